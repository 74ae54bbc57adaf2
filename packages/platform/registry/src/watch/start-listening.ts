import { type Logger, sleep } from "@sliceway/service-kit";
import pg from "pg";

const PAUSE_MS = 1_000;

/**
 * Calls `onNotice` whenever the database says that something changed (channel `registry`), by this process or
 * another, and after each reconnect. Goes on for ever; disposing ends it.
 */
export function startListening(url: string, onNotice: () => void, log: Logger): AsyncDisposable {
  const stop = new AbortController();
  const run = async () => {
    while (!stop.signal.aborted) {
      await listenOnce(url, onNotice, stop.signal).catch((err: unknown) => {
        log.warn({ err }, "listening to the database failed; changes are seen a second later");
      });
      await sleep(PAUSE_MS, stop.signal).catch(() => {});
    }
  };
  const running = run();
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await running;
    },
  };
}

/** Resolves when told to stop, rejects when the connection breaks. */
async function listenOnce(url: string, onNotice: () => void, signal: AbortSignal): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "registry listener",
    keepAlive: true,
  });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  // It may break before anybody waits for it.
  ended.catch(() => {});
  client.on("error", reject).on("end", () => reject(new Error("the connection ended")));
  client.on("notification", onNotice);
  signal.addEventListener("abort", () => resolve(), { once: true });
  try {
    await client.connect();
    await client.query("listen registry");
    onNotice();
    await ended;
  } finally {
    await client.end().catch(() => {});
  }
}
