import type { RegistryState } from "@sliceway/protocol";

type Test = (state: RegistryState) => boolean;

/** What the registry said last, and who waits for it to say something. */
export class StateWatch {
  #state: RegistryState | undefined;
  readonly #waiting = new Set<(state: RegistryState) => void>();

  set(state: RegistryState): void {
    this.#state = state;
    for (const look of this.#waiting) look(state);
  }

  /** Resolves with the first state that `test` holds for; rejects when `signal` aborts. */
  until(test: Test, signal: AbortSignal): Promise<RegistryState> {
    const { promise, resolve, reject } = Promise.withResolvers<RegistryState>();
    const giveUp = () => reject(signal.reason);
    const look = (state: RegistryState) => {
      if (test(state)) resolve(state);
    };
    this.#waiting.add(look);
    signal.addEventListener("abort", giveUp, { once: true });
    if (signal.aborted) giveUp();
    else if (this.#state) look(this.#state);
    return promise.finally(() => {
      this.#waiting.delete(look);
      signal.removeEventListener("abort", giveUp);
    });
  }
}
