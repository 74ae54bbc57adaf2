/** Rings for whoever waits, and for who comes to wait after it has rung. */
export interface Bell {
  ring(): void;
  /** Resolves once it has rung since the last time; at once if the signal aborts. */
  heard(signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  let rung = Promise.withResolvers<void>();
  return {
    ring: () => rung.resolve(),
    async heard(signal) {
      const onAbort = () => rung.resolve();
      signal.addEventListener("abort", onAbort, { once: true });
      if (!signal.aborted) await rung.promise;
      signal.removeEventListener("abort", onAbort);
      rung = Promise.withResolvers();
    },
  };
}
