import type { RegistryState } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";

export interface FollowedState extends AsyncDisposable {
  /** The newest state; waits for the first. Rejects if the registry cannot be asked, or once `signal` aborts. */
  read(signal: AbortSignal): Promise<RegistryState>;
  /** Aborts when there is a state that was not read yet. */
  news(): AbortSignal;
}

/** Follows the registry's watch stream. */
export function followState(registry: Pick<RegistryClient, "watch">): FollowedState {
  const stop = new AbortController();
  const first = Promise.withResolvers<void>();
  // Nobody may wait for it any more.
  first.promise.catch(() => undefined);
  let latest: RegistryState | undefined;
  let news = new AbortController();

  const follow = async () => {
    for await (const state of registry.watch(stop.signal, { onBreak: first.reject })) {
      latest = state;
      first.resolve();
      news.abort();
    }
  };
  const following = follow();

  return {
    read: async (signal) => {
      signal.addEventListener("abort", () => first.reject(signal.reason), { once: true });
      news = new AbortController();
      await first.promise;
      if (!latest) throw new Error("the registry has said nothing");
      return latest;
    },
    news: () => news.signal,
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await following;
    },
  };
}
