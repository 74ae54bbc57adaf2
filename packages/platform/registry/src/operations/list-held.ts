import { type Routing, releaseRef } from "@sliceway/protocol";
import type { Overview } from "@sliceway/protocol/api";
import type { Context } from "../context.ts";
import { countPages } from "../db/gateways.ts";
import type { Hold } from "../db/pins.ts";
import { readOutlines } from "../db/vectors.ts";

type Held = Overview["held"][number];

/** The old vectors among those that pages hold on to, and how each is served. */
export async function listHeld(
  { db, now }: Context,
  routing: Routing,
  holds: readonly Hold[],
): Promise<Held[]> {
  const outlines = await readOutlines(db, [...holds.map(({ vector }) => vector), routing.live ?? ""]);
  const live = outlines.get(routing.live ?? "")?.releases ?? {};
  const pages = await countPages(db, now());
  return holds
    .filter(({ vector }) => !isCurrent(vector, routing))
    .map(({ vector, until }) => ({
      vector,
      releases: Object.entries(outlines.get(vector)?.releases ?? {})
        .filter(([slice, id]) => live[slice] !== id)
        .map(([slice, id]) => releaseRef({ slice, id })),
      pages: pages.get(vector) ?? 0,
      until: until.toISOString(),
      ...servedBy(vector, routing),
    }));
}

/** Its pages are new ones: of everybody, of a canary's visitors, or of those who look at a preview. */
function isCurrent(vector: string, { live, canaries, previews }: Routing): boolean {
  return [...canaries, ...Object.values(previews)].some((one) => one.vector === vector) || vector === live;
}

function servedBy(vector: string, { forwards, leaving }: Routing): Pick<Held, "served" | "by" | "leavesAt"> {
  const [by = null, leavesAt = null] = [forwards[vector], leaving[vector]];
  const served = by !== null ? "forwarded" : leavesAt !== null ? "leaving" : "kept";
  return { served, by, leavesAt };
}
