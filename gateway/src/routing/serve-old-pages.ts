import type { Routing } from "@sliceway/manifest";
import type { ReadyVector } from "./ready-vector.ts";

/**
 * How the pages of a vector are served, as the routing says: by the vector itself, by the API of a newer one that
 * takes all their operations, or not any more (`moved`).
 */
export function serveOldPages(
  ready: ReadyVector,
  routing: Routing | null,
  find: (vector: string) => ReadyVector | undefined,
  now: number,
): ReadyVector | "moved" {
  if (!routing) return ready;
  const by = find(routing.forwards[ready.id] ?? "");
  if (by) return forwardTo(by, ready);
  return isOver(ready, routing, now) ? "moved" : ready;
}

function isOver({ id, vector }: ReadyVector, { leaving, revoked }: Routing, now: number): boolean {
  const end = leaving[id];
  if (end !== undefined && Date.parse(end) <= now) return true;
  return Object.entries(vector.releases).some(([slice, release]) => revoked.includes(`${slice}@${release}`));
}

/** The page keeps its code and documents; schema, servers and sessions are the newer vector's, all of them. */
function forwardTo(by: ReadyVector, old: ReadyVector): ReadyVector {
  const { held, identity } = by;
  return { ...old, vector: { ...old.vector, releases: by.vector.releases }, held, identity };
}
