import type { RegistryState } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";
import type { Logger } from "@sliceway/service-kit";
import { ContractionRunner, type RunContraction } from "./contraction-runner.ts";
import type { DueMigrations } from "./due-migrations.ts";
import { ReleaseRunners, type RunRelease } from "./release-runners.ts";
import { serverName } from "./server-name.ts";
import { StateWatch } from "./state-watch.ts";
import type { WantedStore } from "./wanted-store.ts";

interface ReconcilerOptions {
  registry: Pick<RegistryClient, "watch">;
  store: WantedStore;
  /** The driver. */
  run: RunRelease;
  due: DueMigrations;
  contract: RunContraction;
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
export async function startReconciler(options: ReconcilerOptions): Promise<Reconciler> {
  const { registry, store, due, log } = options;
  const stop = new AbortController();
  const watched = new StateWatch();
  const runners = new ReleaseRunners(options.run, log);
  const contractions = new ContractionRunner(options.contract, log);
  const onBreak = (err: unknown) => log.debug({ err }, "the registry is away; going on as before");
  // A full disk costs the next start its head start, nothing else.
  const onForgotten = (err: unknown) => log.error({ err }, "what is wanted could not be written down");

  const follow = async () => {
    for await (const state of registry.watch(stop.signal, { onBreak })) {
      const wanted = state.wanted.map(serverName);
      due.set(state.contractions ?? []);
      runners.reconcile(wanted);
      contractions.follow(state.contractions ?? []);
      watched.set(state);
      await store.write(wanted).catch(onForgotten);
    }
  };

  runners.reconcile(await store.read());
  const following = follow();
  return {
    until: (test, signal) => watched.until(test, signal),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await following;
      await contractions[Symbol.asyncDispose]();
      await runners[Symbol.asyncDispose]();
    },
  };
}
