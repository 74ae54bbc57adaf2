import type { ReleaseRef } from "@sliceway/manifest";
import { type RegistryClient, RegistryError } from "@sliceway/registry/client";
import type { Logger } from "@sliceway/service-kit";
import { reconcile } from "./reconcile.ts";
import type { WantedStore } from "./wanted-store.ts";

/** Something that keeps a release's server running until it is disposed. */
export interface ReleaseRunner extends AsyncDisposable {
  kill(): void;
}

interface ReconcilerOptions {
  registry: Pick<RegistryClient, "watch">;
  store: WantedStore;
  /** The driver: starts a server of the release. It must not throw. */
  run(release: ReleaseRef): ReleaseRunner;
  log: Logger;
}

export interface Reconciler extends AsyncDisposable {
  /** Ends all servers at once. */
  kill(): void;
}

/**
 * Keeps exactly those releases running that the registry wants. Begins with what was wanted last, and goes on with
 * what it knows while the registry is away. Disposing stops all servers side by side.
 */
export async function startReconciler({ registry, store, run, log }: ReconcilerOptions): Promise<Reconciler> {
  const stop = new AbortController();
  const runners = new Map<ReleaseRef, ReleaseRunner>();
  const stopping = new Map<ReleaseRef, Promise<void>>();

  const stopRelease = (release: ReleaseRef) => {
    const ended = Promise.resolve(runners.get(release)?.[Symbol.asyncDispose]());
    runners.delete(release);
    stopping.set(release, ended);
    return ended.finally(() => stopping.delete(release));
  };
  const apply = async (wanted: ReleaseRef[]) => {
    for (const { kind, release } of reconcile(wanted, [...runners.keys()])) {
      log.info({ release }, kind === "start" ? "starting" : "no longer wanted; stopping");
      if (kind === "stop") void stopRelease(release);
      // Two servers of one release would fight for its lease.
      else await stopping.get(release)?.catch(() => {});
      if (kind === "start") runners.set(release, run(release));
    }
  };
  const follow = async () => {
    const onBreak = (error: unknown) => onRegistryBreak(error, log);
    for await (const state of registry.watch(stop.signal, { onBreak })) {
      const wanted = state.wanted.map(({ slice, release }): ReleaseRef => `${slice}@${release}`);
      await apply(wanted);
      await store.write(wanted);
    }
  };

  await apply(await store.read());
  const following = follow();
  return {
    kill: () => {
      for (const runner of runners.values()) runner.kill();
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await following;
      await Promise.all([...runners.keys()].map(stopRelease));
      await Promise.all(stopping.values());
    },
  };
}

function onRegistryBreak(error: unknown, log: Logger): void {
  const isAway = error instanceof RegistryError && error.status === 0;
  log.debug({ err: error }, isAway ? "the registry is away; going on as before" : "the watch broke");
}
