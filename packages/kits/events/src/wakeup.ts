/** Lets one loop wait for news, and keeps news that comes while it is not waiting. */
export interface Wakeup {
  wake: () => void;
  /** Resolves at once if there were news since the last wait, else with the next news, after `maxMs`, or on abort. */
  wait(maxMs: number, signal: AbortSignal): Promise<void>;
}

export function createWakeup(): Wakeup {
  let news = false;
  let resume = () => {};
  return {
    wake() {
      news = true;
      resume();
    },
    async wait(maxMs, signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      resume = resolve;
      if (news || signal.aborted) resolve();
      const timer = setTimeout(resolve, maxMs);
      signal.addEventListener("abort", resume);
      await promise;
      clearTimeout(timer);
      signal.removeEventListener("abort", resume);
      news = false;
    },
  };
}
