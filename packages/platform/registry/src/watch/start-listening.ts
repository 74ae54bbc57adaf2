import { Socket } from "node:net";
import { type Logger, runPeriodically } from "@sliceway/service-kit";
import pg from "pg";

const PAUSE_MS = 1_000;
const ANSWER_MS = 5_000;

/**
 * Calls `onNotice` whenever the database says that something changed (channel `registry`), by this process or
 * another, and after each reconnect. Goes on for ever; disposing ends it at once, whatever the database does.
 */
export function startListening(url: string, onNotice: () => void, log: Logger): AsyncDisposable {
  const listen = (signal: AbortSignal) =>
    listenOnce(url, onNotice, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  const onError = (err: unknown) =>
    log.warn({ err }, "listening to the database failed; changes are seen a second later");
  return runPeriodically(listen, { pauseMs: PAUSE_MS, onError });
}

/** Rejects when the connection breaks, or when told to stop. */
async function listenOnce(url: string, onNotice: () => void, signal: AbortSignal): Promise<void> {
  const socket = new Socket();
  const client = createClient(url, socket);
  const { promise: broken, reject } = Promise.withResolvers<never>();
  // It may break before anybody waits for it.
  broken.catch(() => {});
  client.on("error", reject).on("end", () => reject(new Error("the connection ended")));
  client.on("notification", onNotice);
  const destroy = () => void socket.destroy();
  signal.addEventListener("abort", destroy, { once: true });
  try {
    await client.connect();
    await client.query("listen registry");
    onNotice();
    await broken;
  } finally {
    signal.removeEventListener("abort", destroy);
    destroy();
  }
}

/** It is not waited for at its end: a database that hangs would not answer. */
function createClient(url: string, socket: Socket): pg.Client {
  return new pg.Client({
    stream: () => socket,
    connectionString: url,
    application_name: "registry listener",
    keepAlive: true,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
}
