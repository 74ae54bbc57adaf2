import type { DevEnv } from "@sliceway/dev-env";
import type { Routing } from "@sliceway/protocol";
import { readMemory } from "@sliceway/runtime";

/** How the pages of a vector are served. `reachable`: it is live, or a way back. */
export type Fate = "reachable" | "kept" | "forwarded" | "asked to refresh";

export interface Servers {
  count: number;
  /** Their resident memory. */
  bytes: number;
}

/** How things stand at a moment. */
export interface Survey {
  /** By vector, in the order of `vectors`. */
  fates: Fate[];
  /** Servers of all slices. */
  servers: number;
  /** Servers that run only because old pages hold on to their releases: what the budget is for. */
  forPages: Servers;
  /** Servers of pages alone that were asked to refresh; they end when the time for that is over. */
  untilRefreshed: Servers;
}

/** Looks at the servers and the routing as they are now. `vectors`: where pages are. */
export async function survey(env: DevEnv, vectors: readonly string[]): Promise<Survey> {
  const routing = await env.registry.getRouting();
  const fates = vectors.map((vector) => fateOf(vector, routing));
  const servers = env.children().filter(({ name }) => name.includes("@"));
  const needed = await listServers(env, reachable(routing));
  const leaving = vectors.filter((vector) => routing.leaving[vector] !== undefined);
  const staying = vectors.filter((vector) => routing.leaving[vector] === undefined);
  const ofLeaving = await listServers(
    env,
    leaving.map((vector) => routing.forwards[vector] ?? vector),
  );
  const ofStaying = await listServers(
    env,
    staying.map((vector) => routing.forwards[vector] ?? vector),
  );
  const extra = servers.filter(({ name }) => !needed.has(name));
  const isLeaving = ({ name }: { name: string }) => ofLeaving.has(name) && !ofStaying.has(name);
  return {
    fates,
    servers: servers.length,
    forPages: await measure(extra.filter((server) => !isLeaving(server))),
    untilRefreshed: await measure(extra.filter(isLeaving)),
  };
}

async function measure(servers: readonly { pid: number }[]): Promise<Servers> {
  const sizes = await Promise.all(servers.map(({ pid }) => readMemory(pid)));
  return { count: servers.length, bytes: sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) };
}

/** The releases of some vectors, as `slice@id`. */
async function listServers({ registry }: DevEnv, vectors: readonly string[]): Promise<Set<string>> {
  const read = await Promise.all([...new Set(vectors)].map((id) => registry.getVector(id)));
  return new Set(
    read.flatMap(({ releases }) => Object.entries(releases).map(([slice, id]) => `${slice}@${id}`)),
  );
}

function reachable({ live, rollback }: Routing): string[] {
  return [...(live ? [live] : []), ...Object.values(rollback).map(({ vector }) => vector)];
}

function fateOf(vector: string, routing: Routing): Fate {
  if (routing.leaving[vector] !== undefined) return "asked to refresh";
  if (routing.forwards[vector] !== undefined) return "forwarded";
  return reachable(routing).includes(vector) ? "reachable" : "kept";
}
