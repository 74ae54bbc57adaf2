import type { HttpServer, Logger } from "@sliceway/service-kit";

/** Within this time browsers use an open connection again, or close it. */
const LEAVE_MS = 10_000;

/** On SIGUSR2 leaves the port to the gateway that has taken over, without haste; then the process stops. */
export function handOverOnSignal(http: HttpServer, log: Logger): void {
  process.once("SIGUSR2", () => {
    log.info("another gateway takes over");
    void http.leave(LEAVE_MS).then(() => process.kill(process.pid, "SIGTERM"));
  });
}
