import { canonicalJson, type Routing } from "@sliceway/protocol";
import type { Db } from "../db/db.ts";
import { readRoutingAt } from "../db/routing.ts";

/**
 * Whether what a deployment was checked against still holds: what is live, what canaries try, and what is revoked. A
 * routing that has only sent more visitors to a canary, or moved old pages, needs no other check.
 */
export async function isSameReach(tx: Db, now: Routing, baseRevision: number | null): Promise<boolean> {
  const base = baseRevision === null ? undefined : await readRoutingAt(tx, baseRevision);
  return base !== undefined && reachOf(base) === reachOf(now);
}

function reachOf({ live, canaries, revoked }: Routing): string {
  const tried = canaries.map(({ vector }) => vector).sort();
  return canonicalJson({ live, tried, revoked: revoked.toSorted() });
}
