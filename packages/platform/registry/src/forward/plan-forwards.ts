import type { Routing } from "@sliceway/protocol";

/** How long pages that cannot be served by what is live are asked to reload before their servers end. */
const LEAVING_MS = 5 * 60_000;

export interface OldPages {
  routing: Routing;
  /** Vectors that pages hold on to and that nobody is sent to any more. */
  pinned: readonly string[];
  /** Those whose servers have to go. */
  relieved: readonly string[];
  /** Whether a vector holds a release that must not run any more. */
  isRevoked: (vector: string) => boolean;
  /** Whether the live API takes every operation of a vector's pages. */
  isCompatible: (vector: string) => boolean;
  now: Date;
}

type Plan = Pick<Routing, "forwards" | "leaving">;

/**
 * How old pages are served: on their own servers, by the API of what is live, or for the last few minutes. A page
 * that was moved to a newer API moves on with each deployment that it fits, so that no old server stays for it.
 */
export function planForwards(pages: OldPages): Plan {
  const plan: Plan = { forwards: {}, leaving: {} };
  const { live } = pages.routing;
  if (live === null) return plan;
  for (const vector of pages.pinned) {
    const target = findTarget(vector, live, pages);
    if (target) plan.forwards[vector] = target;
    const end = target === live ? null : findEnd(vector, target ?? vector, pages);
    if (end) plan.leaving[vector] = end;
  }
  return plan;
}

/** The vector whose API serves the pages instead of their own. */
function findTarget(vector: string, live: string, pages: OldPages): string | undefined {
  const { routing, relieved, isRevoked, isCompatible } = pages;
  const before = routing.forwards[vector];
  const mustMove = before !== undefined || relieved.includes(vector) || isRevoked(vector);
  if (mustMove && isCompatible(vector)) return live;
  return before !== undefined && !isRevoked(before) ? before : undefined;
}

/** Until when pages are served that cannot move; null if they may stay. `by` is the vector whose servers do it. */
function findEnd(vector: string, by: string, { routing, relieved, isRevoked, now }: OldPages): string | null {
  const known = routing.leaving[vector];
  if (isRevoked(by))
    return known !== undefined && Date.parse(known) < now.getTime() ? known : now.toISOString();
  if (known !== undefined) return known;
  return relieved.includes(vector) ? new Date(now.getTime() + LEAVING_MS).toISOString() : null;
}
