import { canonicalJson, type RegistryState } from "@sliceway/protocol";

type Listener = (state: RegistryState) => void;

/** Hands the newest state to whoever watches. */
export interface StateFeed {
  /** The state that was offered last. */
  readonly latest: RegistryState | undefined;
  /** Tells listeners, if the state shows anything new. */
  offer(state: RegistryState): void;
  listen(listener: Listener): Disposable;
}

export function createStateFeed(): StateFeed {
  const listeners = new Set<Listener>();
  let latest: RegistryState | undefined;
  return {
    get latest() {
      return latest;
    },
    offer: (state) => {
      const isNews = !latest || !showsTheSame(latest, state);
      latest = state;
      if (isNews) for (const listener of listeners) listener(state);
    },
    listen: (listener) => {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
  };
}

/** Whether two states differ in nothing but the cursor. */
export function showsTheSame(a: RegistryState, b: RegistryState): boolean {
  return canonicalJson({ ...a, cursor: 0 }) === canonicalJson({ ...b, cursor: 0 });
}
