/** Lets one who waits know that there is something to do. */
export interface Wakeup {
  /** Ends the wait, or the next one if nobody waits now. */
  wake(): void;
  /** Resolves once it was woken since the last time; at once if the signal aborts. */
  woken(signal: AbortSignal): Promise<void>;
}

export function createWakeup(): Wakeup {
  let next = Promise.withResolvers<void>();
  return {
    wake: () => next.resolve(),
    async woken(signal) {
      const onAbort = () => next.resolve();
      signal.addEventListener("abort", onAbort, { once: true });
      if (!signal.aborted) await next.promise;
      signal.removeEventListener("abort", onAbort);
      next = Promise.withResolvers();
    },
  };
}
