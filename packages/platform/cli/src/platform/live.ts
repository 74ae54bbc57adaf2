import type { Routing } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";

export interface Live {
  routing: Routing;
  /** Slice to the id of its live release; empty until the first vector goes live. */
  releases: Record<string, string>;
}

/** What people get now. */
export async function readLive(registry: RegistryClient): Promise<Live> {
  const routing = await registry.getRouting();
  const releases = routing.live === null ? {} : (await registry.getVector(routing.live)).releases;
  return { routing, releases };
}

/** What is live now in place of something else. */
export interface Change {
  slice: string;
  from: string | undefined;
  to: string | undefined;
}

export function changesBetween(before: Record<string, string>, after: Record<string, string>): Change[] {
  return Object.keys({ ...before, ...after })
    .sort()
    .map((slice) => ({ slice, from: before[slice], to: after[slice] }))
    .filter(({ from, to }) => from !== to);
}
