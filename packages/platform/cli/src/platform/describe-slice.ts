import { type RegistryState, releaseRef } from "@sliceway/protocol";
import type { Overview } from "@sliceway/protocol/client";
import type { FindProcess } from "./read-processes.ts";
import type { RunningInstance, SliceStatus } from "./status.ts";

/** A slice's live release and all its servers. */
export function describeSlice(
  slice: string,
  live: Overview["live"],
  { instances, wanted }: RegistryState,
  findProcess: FindProcess,
): Omit<SliceStatus, "rollback"> {
  const { release = null, since = null, by = null } = live.find((one) => one.slice === slice) ?? {};
  const serversOf = (id: string | null): RunningInstance[] =>
    instances
      .filter((instance) => instance.slice === slice && instance.release === id)
      .map(({ state, url, release: id }) => ({
        release: id,
        state,
        url,
        process: findProcess(releaseRef({ slice, id }), url),
        requestsPerSecond: null,
      }));
  const others = wanted.filter((other) => other.slice === slice && other.release !== release);
  return {
    slice,
    release,
    since,
    by,
    instances: serversOf(release),
    others: others.map(({ release, reason }) => ({ release, reason, instances: serversOf(release) })),
  };
}
