import { parseReleaseRef, type RegistryState, type ReleaseRef } from "@sliceway/manifest";
import { reconcile } from "./reconcile.ts";
import { type ReleaseHost, type RunningRelease, runRelease } from "./run-release.ts";

export interface Follower extends AsyncDisposable {
  /** What the registry said last. */
  readonly state: RegistryState | undefined;
  /** Resolves with the first state for which `test` holds. */
  until(test: (state: RegistryState) => boolean, signal: AbortSignal): Promise<RegistryState>;
}

/** Runs the releases that the registry wants, as its watch stream tells, and stops those it no longer wants. */
export function followWanted(host: Omit<ReleaseHost, "urlOf">): Follower {
  const { registry, log } = host;
  const stopping = new AbortController();
  const running = new Map<string, Promise<RunningRelease | null>>();
  const listeners = new Set<(state: RegistryState) => void>();
  const ending = new Set<Promise<void>>();
  let state: RegistryState | undefined;

  const urlOf = (instance: string) => state?.instances.find(({ id }) => id === instance)?.url;

  async function start(ref: string): Promise<RunningRelease | null> {
    const { slice, id } = parseReleaseRef(ref);
    const release = await registry.getRelease(slice, id);
    return release.manifest.server ? runRelease({ ...host, urlOf }, release) : null;
  }

  function stop(ref: string): void {
    const release = running.get(ref);
    running.delete(ref);
    const end = Promise.resolve(release)
      .then((one) => one?.[Symbol.asyncDispose]())
      .catch((err) => log.error({ err, release: ref }, "the release could not be stopped"))
      .finally(() => ending.delete(end));
    ending.add(end);
  }

  function apply(next: RegistryState): void {
    state = next;
    const plan = reconcile(
      next.wanted.map(({ slice, release }): ReleaseRef => `${slice}@${release}`),
      running.keys(),
    );
    for (const ref of plan.start) running.set(ref, startOrForget(ref));
    for (const ref of plan.stop) stop(ref);
    for (const listener of listeners) listener(next);
  }

  /** A release that cannot be read now is tried again with the next state. */
  async function startOrForget(ref: string): Promise<RunningRelease | null> {
    return start(ref).catch((err) => {
      log.error({ err, release: ref }, "the release could not be started");
      running.delete(ref);
      return null;
    });
  }

  async function watch(): Promise<void> {
    for await (const next of registry.watch(stopping.signal)) apply(next);
  }
  const done = watch().catch((err) => {
    if (!stopping.signal.aborted) log.error({ err }, "the registry's stream ended");
  });

  return {
    get state() {
      return state;
    },
    until: (test, signal) => waitFor(listeners, () => state, test, signal),
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await done;
      for (const ref of [...running.keys()]) stop(ref);
      await Promise.all(ending);
    },
  };
}

function waitFor(
  listeners: Set<(state: RegistryState) => void>,
  current: () => RegistryState | undefined,
  test: (state: RegistryState) => boolean,
  signal: AbortSignal,
): Promise<RegistryState> {
  return new Promise((resolve, reject) => {
    const check = (state: RegistryState) => {
      if (!test(state)) return;
      listeners.delete(check);
      resolve(state);
    };
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    listeners.add(check);
    const now = current();
    if (now) check(now);
  });
}
