import type { Routing } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { type CanaryEnd, insertCanaryEnds } from "../db/canary-ends.ts";
import type { Db } from "../db/db.ts";
import { holdVectors } from "../db/pins.ts";
import { insertRouting, type NextRouting, readRouting } from "../db/routing.ts";
import { readOutlines } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import { currentRouting } from "../routing/current-routing.ts";
import { listRevoked } from "../routing/list-revoked.ts";
import { auditRouting } from "./audit-routing.ts";
import { prepareWays } from "./prepare-ways.ts";
import { holdAboveFloor, refuseBelowFloor } from "./refuse-below-floor.ts";

/** Until gateways have reported the pages of what was live, its servers stay for their sake. */
const GRACE_MS = 60_000;

interface RoutingMove {
  /** The revision that the caller has seen. */
  revision: number;
  live: string;
  cause: string;
  /** Name of the token by which somebody asks for it. */
  by: string;
  barred?: readonly string[];
}

/** Makes a stored vector live by compare-and-set. Throws `VECTOR_UNKNOWN` or `ROUTING_MOVED` with the current one. */
export async function moveRouting(
  context: Context,
  { revision, live, cause, by, barred = [] }: RoutingMove,
): Promise<Routing> {
  const before = await getRouting(context);
  if (before.revision !== revision) throw routingMoved(before);
  const outlines = await readOutlines(context.db, before.live === null ? [live] : [before.live, live]);
  const outline = outlines.get(live);
  if (!outline || outline.dev !== null) throw vectorUnknown(live);
  const after = outline.releases;
  const [revoked] = listRevoked(before, after);
  if (revoked) throw releaseRevoked(revoked);
  const replaced = outlines.get(before.live ?? "")?.releases ?? {};
  const held = await refuseBelowFloor(context, { live: before.live, before: replaced, after });
  const { ended, ...ways } = await prepareWays(context, { before, after, barred });
  const next = { ...before, ...ways, live, cause, by, at: context.now() };
  const routing = await context.db.transaction().execute(async (tx) => {
    await holdAboveFloor(context, tx, held);
    return await writeRouting(tx, before, next, ended);
  });
  if (!routing) throw routingMoved(await getRouting(context));
  context.log.info({ revision: routing.revision, live, cause }, "routing moved");
  return routing;
}

/** The routing that holds now, without rollbacks whose time is over. */
export async function getRouting({ db, now }: Context): Promise<Routing> {
  return currentRouting(await readRouting(db), now());
}

/** The compare-and-set itself; null if somebody else was first. `ended`: canaries that are no longer in it. */
export async function writeRouting(
  tx: Db,
  before: Routing,
  next: NextRouting,
  ended: readonly CanaryEnd[] = [],
): Promise<Routing | null> {
  const routing = await insertRouting(tx, next);
  if (!routing) return null;
  const until = new Date(next.at.getTime() + GRACE_MS);
  const left = listEntries(before).filter(
    (vector) => vector === before.live || !listEntries(next).includes(vector),
  );
  await holdVectors(
    tx,
    left.map((vector) => ({ vector, until })),
  );
  await insertCanaryEnds(tx, ended, next.at);
  await auditRouting(tx, before, next);
  return routing;
}

/** The vectors that new pages are loaded at. */
function listEntries({ live, canaries, previews }: Routing): string[] {
  const vectors = [...canaries, ...Object.values(previews)].map(({ vector }) => vector);
  return live === null ? vectors : [live, ...vectors];
}

export function vectorUnknown(id: string): Refusal {
  return new Refusal("VECTOR_UNKNOWN", `There is no vector ${id}.`, "Make it from its releases first.");
}

export function releaseRevoked(ref: string): Refusal {
  return new Refusal(
    "RELEASE_REVOKED",
    `${ref} was revoked.`,
    "Build and deploy a release that has its fault mended.",
  );
}

export function routingMoved(current: Routing): Refusal {
  return new Refusal(
    "ROUTING_MOVED",
    `Routing has moved to revision ${current.revision} meanwhile.`,
    "Look at what is live now and try again from there.",
    { current },
  );
}
