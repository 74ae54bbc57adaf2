import { type ReleaseRef, type Routing, releaseRef } from "@sliceway/protocol";
import { retry } from "@sliceway/service-kit";
import type { Context } from "../context.ts";
import { isPublished } from "../db/releases.ts";
import { readOutlines, type VectorOutline } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import { listReachable } from "../routing/list-reachable.ts";
import { releaseUnknown } from "./ensure-vector.ts";
import { getRouting, writeRouting } from "./move-routing.ts";

/**
 * Bars a release for ever: nobody is sent to it again, and pages that were loaded at it move at once. Throws
 * `RELEASE_UNKNOWN`, or `RELEASE_LIVE` while it is the live one.
 */
export async function revokeRelease(
  context: Context,
  release: { slice: string; id: string },
  by: string,
): Promise<Routing> {
  if (!(await isPublished(context.db, release))) {
    const { message, fix } = releaseUnknown(release.slice, release.id);
    throw new Refusal("RELEASE_UNKNOWN", message, fix);
  }
  const isRace = (error: unknown) => error instanceof Refusal && error.code === "ROUTING_MOVED";
  return await retry(() => tryRevoke(context, releaseRef(release), by), { attempts: 5, retryIf: isRace });
}

async function tryRevoke(context: Context, ref: ReleaseRef, by: string): Promise<Routing> {
  const routing = await getRouting(context);
  if (routing.revoked.includes(ref)) return routing;
  const outlines = await readOutlines(context.db, listReachable(routing));
  const holds = (vector: string | null) => holdsRelease(outlines.get(vector ?? ""), ref);
  if (routing.live === null || holds(routing.live)) throw releaseLive(ref);
  const next = {
    ...without(routing, holds),
    live: routing.live,
    revoked: [...routing.revoked, ref],
    cause: `${ref} revoked`,
    by,
    at: context.now(),
  };
  const ended = routing.canaries
    .filter(({ vector }) => holds(vector))
    .map(({ deployment }) => ({ deployment, reason: `${ref} was revoked` }));
  const moved = await context.db.transaction().execute((tx) => writeRouting(tx, routing, next, ended));
  if (!moved) throw new Refusal("ROUTING_MOVED", "Routing has moved meanwhile.", "Try again.");
  context.log.warn({ release: ref, revision: moved.revision }, "release revoked");
  return moved;
}

/** The routing without the ways that lead to the release. */
function without(routing: Routing, holds: (vector: string) => boolean): Routing {
  const open = <Way extends { vector: string }>(ways: Record<string, Way>) =>
    Object.fromEntries(Object.entries(ways).filter(([, { vector }]) => !holds(vector)));
  return {
    ...routing,
    rollback: open(routing.rollback),
    previews: open(routing.previews),
    canaries: routing.canaries.filter(({ vector }) => !holds(vector)),
  };
}

function holdsRelease(outline: VectorOutline | undefined, ref: ReleaseRef): boolean {
  return Object.entries(outline?.releases ?? {}).some(([slice, id]) => releaseRef({ slice, id }) === ref);
}

function releaseLive(ref: ReleaseRef): Refusal {
  return new Refusal(
    "RELEASE_LIVE",
    `${ref} is live and cannot be revoked.`,
    "Roll it back or deploy another release of the slice first.",
  );
}
