import { type Routing, releaseRef } from "@sliceway/protocol";

/** A page whose code failed. */
export interface FailedPage {
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
 * The vector to which a page goes whose code failed: the live one if that has other releases of these slices, else the
 * first rollback vector that has. Null if there is none, or if the page shows a preview: who looks at a preview should see
 * what is wrong with it.
 */
export function findFallbackVector({ routing, avoid, from, releasesOf, now }: FailedPage): string | null {
  if (!routing || Object.values(routing.previews).some(({ vector }) => vector === from)) return null;
  const isSound = (vector: string) => {
    const releases = releasesOf(vector);
    return (
      releases && !Object.entries(releases).some(([slice, id]) => avoid.includes(releaseRef({ slice, id })))
    );
  };
  return listCandidates(routing, avoid, now).find((vector) => vector !== from && isSound(vector)) ?? null;
}

/** The live vector, then the rollback vectors of the slices that failed, then the others; not those whose servers may be gone. */
function listCandidates({ live, rollback }: Routing, avoid: readonly string[], now: number): string[] {
  const failed = new Set(avoid.map((ref) => ref.slice(0, ref.indexOf("@"))));
  const open = Object.entries(rollback).filter(([, { until }]) => Date.parse(until) > now);
  const own = open.filter(([slice]) => failed.has(slice));
  const others = open.filter(([slice]) => !failed.has(slice));
  return [...(live ? [live] : []), ...[...own, ...others].map(([, { vector }]) => vector)];
}
