import { type Routing, releaseRef } from "@sliceway/protocol";

export interface Detour {
  routing: Routing | null;
  /** `slice@id` of releases whose code failed in the page. */
  avoid: readonly string[];
  /** The vector that the page is at. */
  from?: string | undefined;
  /** Releases of a vector that is ready. */
  releasesOf: (vector: string) => Record<string, string> | undefined;
  now: number;
}

/**
 * The vector to which a page goes whose code failed: live if that has other releases of these slices, else the first
 * rollback vector that has. Undefined if there is none, or if the page shows a preview: who looks at one should see
 * what is wrong with it.
 */
export function findDetour({ routing, avoid, from, releasesOf, now }: Detour): string | undefined {
  if (!routing || Object.values(routing.previews).some(({ vector }) => vector === from)) return undefined;
  const isSound = (vector: string) => {
    const releases = releasesOf(vector);
    return (
      releases && !Object.entries(releases).some(([slice, id]) => avoid.includes(releaseRef({ slice, id })))
    );
  };
  return listWays(routing, avoid, now).find((vector) => vector !== from && isSound(vector));
}

/** Live, then the rollbacks of the slices that failed, then the others; those whose servers may be gone are left out. */
function listWays({ live, rollback }: Routing, avoid: readonly string[], now: number): string[] {
  const failed = new Set(avoid.map((ref) => ref.slice(0, ref.indexOf("@"))));
  const open = Object.entries(rollback).filter(([, { until }]) => Date.parse(until) > now);
  const own = open.filter(([slice]) => failed.has(slice));
  const others = open.filter(([slice]) => !failed.has(slice));
  return [...(live ? [live] : []), ...[...own, ...others].map(([, { vector }]) => vector)];
}
