import type { Instance, RegistryState } from "@sliceway/manifest";
import type { RoutingChange } from "@sliceway/registry/client";
import type { Connection } from "./connect.ts";
import { readLive } from "./live.ts";
import { type FindProcess, readProcesses, type ServerProcess } from "./read-processes.ts";
import { readState } from "./read-state.ts";

export interface RunningInstance {
  release: string;
  state: Instance["state"];
  url: string;
  /** Null where it runs on another machine. */
  process: ServerProcess | null;
}

export interface SliceStatus {
  slice: string;
  /** Id of the live release; null if the slice is not live but still runs. */
  release: string | null;
  /** Servers of the live release. */
  instances: RunningInstance[];
  /** Other releases whose servers should run, and why. */
  others: { release: string; reason: string; instances: RunningInstance[] }[];
  /** Until when the slice can be rolled back (ISO 8601), and the vector that would be live then. */
  rollback: { vector: string; until: string } | null;
}

/** What `sliceway status --json` prints. */
export interface Status {
  gatewayUrl: string;
  registryUrl: string;
  /** Id of the live vector; null until the first deployment. */
  live: string | null;
  revision: number;
  /** When it became live (ISO 8601), and by what. */
  since: string | null;
  cause: string | null;
  slices: SliceStatus[];
}

/** `runDir`: where the runtime writes its processes down. */
export async function readStatus(
  { registry, gatewayUrl, registryUrl }: Connection,
  runDir: string,
): Promise<Status> {
  const [{ routing, releases }, state, history, findProcess] = await Promise.all([
    readLive(registry),
    readState(registry),
    registry.listHistory(),
    readProcesses(runDir),
  ]);
  const change = history.find(({ revision }) => revision === routing.revision);
  const names = new Set([...Object.keys(releases), ...state.wanted.map(({ slice }) => slice)]);
  return {
    gatewayUrl,
    registryUrl,
    live: routing.live,
    revision: routing.revision,
    ...sinceOf(change),
    slices: [...names].sort().map((slice) => ({
      ...describeSlice(slice, releases[slice] ?? null, state, findProcess),
      rollback: routing.rollback[slice] ?? null,
    })),
  };
}

function sinceOf(change: RoutingChange | undefined): Pick<Status, "since" | "cause"> {
  return { since: change?.at ?? null, cause: change?.cause ?? null };
}

function describeSlice(
  slice: string,
  release: string | null,
  { instances, wanted }: RegistryState,
  findProcess: FindProcess,
): Omit<SliceStatus, "rollback"> {
  const of = (id: string | null) =>
    instances
      .filter((instance) => instance.slice === slice && instance.release === id)
      .map(({ state, url }) => ({
        release: id ?? "",
        state,
        url,
        process: findProcess(`${slice}@${id}`, url),
      }));
  const others = wanted.filter((other) => other.slice === slice && other.release !== release);
  return {
    slice,
    release,
    instances: of(release),
    others: others.map(({ release, reason }) => ({ release, reason, instances: of(release) })),
  };
}
