import { type Logger, sleep } from "@sliceway/service-kit";
import { isAlive } from "./is-alive.ts";
import { isPostmasterOf } from "./is-postmaster-of.ts";

const POLL_MS = 20;

/** Fast shutdown first (transactions are rolled back, data is written), then ever less polite. */
const steps: { signal: NodeJS.Signals; waitMs: number }[] = [
  { signal: "SIGINT", waitMs: 30_000 },
  { signal: "SIGQUIT", waitMs: 5_000 },
  { signal: "SIGKILL", waitMs: 5_000 },
];

/** Stops that PostgreSQL and waits for its end. Does nothing if it no longer runs. */
export async function stopPostmaster(pid: number, dataDir: string, log: Logger): Promise<void> {
  for (const { signal, waitMs } of steps) {
    if (!(await isPostmasterOf(pid, dataDir))) return;
    process.kill(pid, signal);
    if (await waitForEnd(pid, waitMs)) return;
    log.warn({ pid, signal }, "PostgreSQL did not stop in time");
  }
}

async function waitForEnd(pid: number, waitMs: number): Promise<boolean> {
  const startedAt = performance.now();
  while (isAlive(pid) && performance.now() - startedAt < waitMs) await sleep(POLL_MS);
  return !isAlive(pid);
}
