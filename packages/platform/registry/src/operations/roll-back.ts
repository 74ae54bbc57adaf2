import type { Canary, Routing } from "@sliceway/protocol";
import type { RollbackRequest } from "@sliceway/protocol/api";
import { retry } from "@sliceway/service-kit";
import { type Caller, requireRights, requireRightsToReleases } from "../access/caller.ts";
import type { Context } from "../context.ts";
import { readOutlines } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import { getRouting, moveRouting, routingMoved, writeRouting } from "./move-routing.ts";

/**
 * Ends the slice's canary, if it has one; else makes the slice's rollback vector live at once, unless `only` a canary is
 * to end. Throws `NO_ROLLBACK`.
 */
export async function rollBack(context: Context, request: RollbackRequest, by: Caller): Promise<Routing> {
  requireRights(by, [request.slice]);
  const isRace = (error: unknown) => error instanceof Refusal && error.code === "ROUTING_MOVED";
  return await retry(() => tryRollBack(context, request, by), { attempts: 5, retryIf: isRace });
}

async function tryRollBack(context: Context, { slice, only }: RollbackRequest, by: Caller): Promise<Routing> {
  const routing = await getRouting(context);
  const own = routing.canaries.filter(({ releases }) => releases.some((ref) => ref.startsWith(`${slice}@`)));
  if (own.length > 0) return await endCanaries(context, routing, own, by);
  if (only === "canary") return routing;
  const entry = routing.rollback[slice];
  if (!entry || routing.live === null) throw noRollback(slice);
  const barred = await listDifferences(context, routing.live, entry.vector);
  requireRights(by, barred);
  const cause = `rollback of ${slice}`;
  return await moveRouting(context, {
    revision: routing.revision,
    live: entry.vector,
    cause,
    by: by.name,
    barred,
  });
}

async function endCanaries(
  context: Context,
  before: Routing,
  own: Canary[],
  caller: Caller,
): Promise<Routing> {
  requireRightsToReleases(
    caller,
    own.flatMap(({ releases }) => releases),
  );
  const by = caller.name;
  const canaries = before.canaries.filter((canary) => !own.includes(canary));
  const ended = own.map(({ deployment }) => ({ deployment, reason: `rolled back by ${by}` }));
  const next = { ...before, canaries, by, cause: "rollback of the canary", at: context.now() };
  const routing = await context.db.transaction().execute((tx) => writeRouting(tx, before, next, ended));
  if (!routing) throw routingMoved(await getRouting(context));
  return routing;
}

/** The slices whose release differs between two vectors. */
async function listDifferences({ db }: Context, from: string, to: string): Promise<string[]> {
  const outlines = await readOutlines(db, [from, to]);
  const [before, after] = [outlines.get(from)?.releases ?? {}, outlines.get(to)?.releases ?? {}];
  return Object.keys({ ...before, ...after }).filter((slice) => before[slice] !== after[slice]);
}

function noRollback(slice: string): Refusal {
  return new Refusal(
    "NO_ROLLBACK",
    `${slice} has no earlier release that is still warm.`,
    "Deploy the release you want to go back to.",
  );
}
