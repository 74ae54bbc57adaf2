import { LATENCY_BOUNDS_MS, noTraffic, type RegistryState, type Traffic } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";

/** A runtime whose servers are ready at once, and a gateway that has everything warm at once. */
export interface Fakes extends AsyncDisposable {
  /** What the watch stream told last. */
  latest(): RegistryState | undefined;
  /** Visitors of a vector; each third of their requests fails by the fault of the slice, if `fails`. */
  visit(vector: string, visits: { requests: number; slice: string; fails: boolean }): Promise<void>;
}

/** Follows the registry until it is disposed. */
export function startFakes(service: RegistryClient): Fakes {
  const stop = new AbortController();
  const traffic: Record<string, Traffic> = {};
  let latest: RegistryState | undefined;
  const report = async ({ routing, vectors }: RegistryState) => {
    const counted = { run: "first", vectors: traffic };
    await service.acknowledge("gateway", { revision: routing.revision, vectors, traffic: counted });
  };
  const follow = async () => {
    for await (const state of service.watch(stop.signal)) {
      latest = state;
      // Whatever fails now comes again with the next state.
      await Promise.all([runServers(service, state), report(state)]).catch(() => {});
    }
  };
  const following = follow();
  return {
    latest: () => latest,
    visit: async (vector, visits) => {
      traffic[vector] = addVisits(traffic[vector] ?? noTraffic(), visits);
      if (latest) await report(latest);
    },
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await following;
    },
  };
}

/** Starts what is wanted and has no server; ends what nobody wants. */
async function runServers(service: RegistryClient, { wanted, instances }: RegistryState): Promise<void> {
  const missing = wanted.filter(
    ({ slice, release }) => !instances.some((one) => one.slice === slice && one.release === release),
  );
  const idle = instances.filter(
    ({ slice, release }) => !wanted.some((one) => one.slice === slice && one.release === release),
  );
  await Promise.all([
    ...missing.map(({ slice, release }) =>
      service.openLease({
        slice,
        release,
        instance: `${slice}-${release}`,
        url: "http://127.0.0.1:1",
        state: "ready",
      }),
    ),
    ...idle.map(({ id, epoch }) => service.closeLease(id, epoch)),
  ]);
}

function addVisits(
  traffic: Traffic,
  { requests, slice, fails }: { requests: number; slice: string; fails: boolean },
): Traffic {
  const at = LATENCY_BOUNDS_MS.findIndex((bound) => bound >= 20);
  const failed = fails ? Math.floor(requests / 3) : 0;
  return {
    ...traffic,
    requests: traffic.requests + requests,
    failures: { ...traffic.failures, [slice]: (traffic.failures[slice] ?? 0) + failed },
    latency: traffic.latency.map((count, index) => (index === at ? count + requests : count)),
  };
}
