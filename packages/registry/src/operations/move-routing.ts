import type { Routing } from "@sliceway/manifest";
import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import { holdVectors } from "../db/pins.ts";
import { insertRouting, type NextRouting, readRouting } from "../db/routing.ts";
import { readOutlines } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import { currentRouting } from "../routing/current-routing.ts";
import { listRevoked } from "../routing/list-revoked.ts";
import { prepareRollbacks } from "./prepare-rollbacks.ts";

/** Until gateways have reported the pages of what was live, its servers stay for their sake. */
const GRACE_MS = 60_000;

interface RoutingMove {
  /** The revision that the caller has seen. */
  revision: number;
  live: string;
  cause: string;
  barred?: readonly string[];
}

/** Makes a stored vector live by compare-and-set. Throws `VECTOR_UNKNOWN` or `ROUTING_MOVED` with the current one. */
export async function moveRouting(
  context: Context,
  { revision, live, cause, barred = [] }: RoutingMove,
): Promise<Routing> {
  const before = await getRouting(context);
  if (before.revision !== revision) throw routingMoved(before);
  const after = (await readOutlines(context.db, [live])).get(live)?.releases;
  if (!after) throw vectorUnknown(live);
  const [revoked] = listRevoked(before, after);
  if (revoked) throw releaseRevoked(revoked);
  const { rollback } = await prepareRollbacks(context, { before, after, barred });
  const next = { ...before, live, rollback, cause, at: context.now() };
  const routing = await context.db.transaction().execute((tx) => writeRouting(tx, before, next));
  if (!routing) throw routingMoved(await getRouting(context));
  context.log.info({ revision: routing.revision, live, cause }, "routing moved");
  return routing;
}

/** The routing that holds now, without rollbacks whose time is over. */
export async function getRouting({ db, now }: Context): Promise<Routing> {
  return currentRouting(await readRouting(db), now());
}

/** The compare-and-set itself; null if somebody else was first. */
export async function writeRouting(tx: Db, before: Routing, next: NextRouting): Promise<Routing | null> {
  const routing = await insertRouting(tx, next);
  const until = new Date(next.at.getTime() + GRACE_MS);
  if (routing && before.live !== null) await holdVectors(tx, [{ vector: before.live, until }]);
  return routing;
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

function routingMoved(current: Routing): Refusal {
  return new Refusal(
    "ROUTING_MOVED",
    `Routing has moved to revision ${current.revision} meanwhile.`,
    "Look at what is live now and try again from there.",
    { current },
  );
}
