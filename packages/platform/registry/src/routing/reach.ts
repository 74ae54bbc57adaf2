import { type Canary, canonicalJson, parseReleaseRef, type Routing } from "@sliceway/protocol";

/** The vectors that routing can send somebody to now. */
export function listReachable({ live, rollback, canaries, previews }: Routing): string[] {
  const others = [...Object.values(rollback), ...canaries, ...Object.values(previews)];
  const vectors = others.map(({ vector }) => vector);
  return [...new Set(live === null ? vectors : [live, ...vectors])];
}

/** The vectors that new pages are loaded at. */
export function listEntries({ live, canaries, previews }: Routing): string[] {
  const vectors = [...canaries, ...Object.values(previews)].map(({ vector }) => vector);
  return live === null ? vectors : [live, ...vectors];
}

/** Those of the releases (slice to id) that must not run any more, as `slice@id`. */
export function listRevoked({ revoked }: Routing, releases: Record<string, string>): string[] {
  return Object.entries(releases)
    .map(([slice, id]) => `${slice}@${id}`)
    .filter((ref) => revoked.includes(ref));
}

/** The canaries that have a release of the slice. */
export function listCanariesOf({ canaries }: Routing, slice: string): Canary[] {
  return canaries.filter(({ releases }) => hasReleaseOf(releases, slice));
}

/** Whether one of the releases (`slice@id`) is the slice's. */
export function hasReleaseOf(releases: readonly string[], slice: string): boolean {
  return releases.some((ref) => parseReleaseRef(ref).slice === slice);
}

/** Whether all of the releases (`slice@id`) are live. */
export function isLive(
  refs: readonly string[],
  { live }: Routing,
  { outlines }: { outlines: ReadonlyMap<string, { releases: Readonly<Record<string, string>> }> },
): boolean {
  const releases = outlines.get(live ?? "")?.releases ?? {};
  return refs.map(parseReleaseRef).every(({ slice, id }) => releases[slice] === id);
}

/**
 * Whether what a deployment was checked against still holds: what is live, what canaries try, and what is revoked. A
 * routing that has only sent more visitors to a canary, or moved old pages, needs no other check.
 */
export function hasSameReach(base: Routing | undefined, now: Routing): boolean {
  return base !== undefined && reachOf(base) === reachOf(now);
}

function reachOf({ live, canaries, revoked }: Routing): string {
  const tried = canaries.map(({ vector }) => vector).sort();
  return canonicalJson({ live, tried, revoked: revoked.toSorted() });
}

/** The routing without the rollbacks and previews whose time is over: their servers may be gone. */
export function currentRouting(routing: Routing, now: Date): Routing {
  return {
    ...routing,
    rollback: stillOpen(routing.rollback, now),
    previews: stillOpen(routing.previews, now),
  };
}

function stillOpen<Entry extends { until: string }>(
  entries: Record<string, Entry>,
  now: Date,
): Record<string, Entry> {
  return Object.fromEntries(Object.entries(entries).filter(([, { until }]) => !isOver(until, now)));
}

/** Whether a time (ISO 8601) has come; what has no end is not over. */
export function isOver(end: string | undefined, now: Date): boolean {
  return end !== undefined && Date.parse(end) <= now.getTime();
}
