import type { Routing } from "@sliceway/protocol";
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
  // A newer API would leave the page with the code that was revoked.
  if (isRevoked(ready, routing)) return "moved";
  if (ready.dev) return serveWork(ready, ready.dev, routing, find);
  const by = find(routing.forwards[ready.id] ?? "");
  if (by) return forwardTo(by, ready);
  const end = routing.leaving[ready.id];
  return end !== undefined && Date.parse(end) <= now ? "moved" : ready;
}

/**
 * Pages of what somebody works on are served as long as that lasts, by the newest of it: a save of server code changes
 * nothing for a page. Where the schema is another, the page comes anew.
 */
function serveWork(
  ready: ReadyVector,
  dev: string,
  { previews }: Routing,
  find: (vector: string) => ReadyVector | undefined,
): ReadyVector | "moved" {
  const shown = Object.values(previews).find((preview) => preview.dev === dev)?.vector;
  if (shown === ready.id) return ready;
  const by = find(shown ?? "");
  return by?.vector.schemaHash === ready.vector.schemaHash ? forwardTo(by, ready) : "moved";
}

function isRevoked({ vector }: ReadyVector, { revoked }: Routing): boolean {
  return Object.entries(vector.releases).some(([slice, release]) => revoked.includes(`${slice}@${release}`));
}

/** The page keeps its code and documents; schema, servers and sessions are the newer vector's, all of them. */
function forwardTo(by: ReadyVector, old: ReadyVector): ReadyVector {
  const { held, identity } = by;
  return { ...old, vector: { ...old.vector, releases: by.vector.releases }, held, identity };
}
