import { sleep } from "./sleep.ts";

export interface PeriodicOptions {
  /** The pause in milliseconds from the end of one run to the start of the next; a function says it anew each time. */
  pauseMs: number | (() => number);
  /** Told of each run that failed; the next one comes after the pause all the same. */
  onError: (error: unknown) => void;
  /** The first run comes after a pause, not at once. */
  isPauseFirst?: boolean;
}

/** Disposing lets no further run begin, aborts the signal of the present one and waits for its end. */
export interface Periodic extends AsyncDisposable {
  /** Ends the pause; a run that is under way is followed by one more at once. */
  wake(): void;
}

/** Runs `work` again and again until it is disposed of, never twice at the same time. */
export function runPeriodically(
  work: (signal: AbortSignal) => Promise<void>,
  { pauseMs, onError, isPauseFirst = false }: PeriodicOptions,
): Periodic {
  const stop = new AbortController();
  let woken = new AbortController();

  const pause = () => {
    const ms = typeof pauseMs === "number" ? pauseMs : pauseMs();
    return sleep(ms, AbortSignal.any([stop.signal, woken.signal])).catch(() => {});
  };
  const run = async () => {
    if (isPauseFirst) await pause();
    while (!stop.signal.aborted) {
      woken = new AbortController();
      await work(stop.signal).catch(onError);
      await pause();
    }
  };

  const running = run();
  return {
    wake: () => woken.abort(),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running;
    },
  };
}
