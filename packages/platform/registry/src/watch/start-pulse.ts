import { type Logger, sleep } from "@sliceway/service-kit";

export interface Pulse extends AsyncDisposable {
  /** Beats as soon as the running beat is over. */
  wake(): void;
}

/**
 * Calls `beat` at once, whenever woken, and each `everyMs`; never twice at the same time. A beat that fails is
 * logged once until one succeeds again. Disposing waits for the running beat.
 */
export function startPulse(beat: () => Promise<void>, everyMs: number, log: Logger): Pulse {
  const stop = new AbortController();
  let next = new AbortController();
  let failing = false;

  const run = async () => {
    while (!stop.signal.aborted) {
      next = new AbortController();
      await beat().then(
        () => {
          failing = false;
        },
        (err: unknown) => {
          if (!failing) log.error({ err }, "the registry's regular work failed; it is tried again");
          failing = true;
        },
      );
      await sleep(everyMs, AbortSignal.any([stop.signal, next.signal])).catch(() => {});
    }
  };

  const running = run();
  return {
    wake: () => next.abort(),
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await running;
    },
  };
}
