import { type Logger, sleep } from "@sliceway/service-kit";
import { backoffMs } from "./backoff.ts";

const LONGEST_PAUSE_MS = 5_000;

/** Work that runs until the signal aborts and calls `underWay` whenever it got something done. */
export type Work = (signal: AbortSignal, underWay: () => void) => Promise<void>;

/**
 * Runs `work` until it is disposed of, and again whenever it fails, after a jittered pause that grows until the work
 * is under way again. Disposing waits for the step in hand.
 */
export function keepRunning(name: string, work: Work, log: Logger): AsyncDisposable {
  const stop = new AbortController();
  const done = runUntil(stop.signal, name, work, log);
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}

async function runUntil(signal: AbortSignal, name: string, work: Work, log: Logger): Promise<void> {
  let failures = 0;
  let lastError: string | undefined;
  const underWay = () => {
    if (failures > 0) log.info(`${name} is under way again`);
    failures = 0;
    lastError = undefined;
  };
  while (!signal.aborted) {
    try {
      await work(signal, underWay);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      // Once for each kind of failure, however long it lasts.
      if (String(error) !== lastError) log.warn({ err: error }, `${name} was interrupted and tries again`);
      lastError = String(error);
      await sleep(backoffMs(failures, LONGEST_PAUSE_MS), signal).catch(() => {});
    }
  }
}
