import { backOffMs, type Logger, runPeriodically } from "@sliceway/service-kit";

const BACK_OFF = { firstMs: 100, longestMs: 5_000 };

/** Work that runs until the signal aborts and calls `underWay` whenever it got something done. */
export type Work = (signal: AbortSignal, underWay: () => void) => Promise<void>;

/**
 * Runs `work` until it is disposed of, and again whenever it fails, after a jittered pause that grows until the work
 * is under way again. Disposing waits for the step in hand.
 */
export function keepRunning(name: string, work: Work, log: Logger): AsyncDisposable {
  let failures = 0;
  let lastError: string | undefined;
  const underWay = () => {
    if (failures > 0) log.info(`${name} is under way again`);
    failures = 0;
    lastError = undefined;
  };
  const untilStopped = (signal: AbortSignal) =>
    work(signal, underWay).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  return runPeriodically(untilStopped, {
    pauseMs: () => (failures > 0 ? backOffMs(failures, BACK_OFF) : 0),
    onError: (err) => {
      failures += 1;
      // Once for each kind of failure, however long it lasts.
      if (String(err) !== lastError) log.warn({ err }, `${name} was interrupted and tries again`);
      lastError = String(err);
    },
  });
}
