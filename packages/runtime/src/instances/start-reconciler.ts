import type { RegistryState, ReleaseRef } from "@sliceway/manifest";
import type { RegistryClient } from "@sliceway/registry/client";
import type { Logger } from "@sliceway/service-kit";
import { ReleaseRunners, type RunRelease } from "./release-runners.ts";
import { StateWatch } from "./state-watch.ts";
import type { WantedStore } from "./wanted-store.ts";

interface ReconcilerOptions {
  registry: Pick<RegistryClient, "watch">;
  store: WantedStore;
  /** The driver. */
  run: RunRelease;
  log: Logger;
}

export interface Reconciler extends AsyncDisposable {
  /** Resolves with the first state of the registry, from now on, that `test` holds for. */
  until(test: (state: RegistryState) => boolean, signal: AbortSignal): Promise<RegistryState>;
}

/**
 * Keeps exactly those releases running that the registry wants. Begins with what was wanted last, and goes on with
 * what it knows while the registry is away. Disposing stops all servers side by side.
 */
export async function startReconciler({ registry, store, run, log }: ReconcilerOptions): Promise<Reconciler> {
  const stop = new AbortController();
  const watched = new StateWatch();
  const runners = new ReleaseRunners(run, log);
  const onBreak = (err: unknown) => log.debug({ err }, "the registry is away; going on as before");

  const follow = async () => {
    for await (const state of registry.watch(stop.signal, { onBreak })) {
      const wanted = state.wanted.map(({ slice, release }): ReleaseRef => `${slice}@${release}`);
      runners.reconcile(wanted);
      watched.set(state);
      await store.write(wanted);
    }
  };

  runners.reconcile(await store.read());
  const following = follow();
  return {
    until: (test, signal) => watched.until(test, signal),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await following;
      await runners[Symbol.asyncDispose]();
    },
  };
}
