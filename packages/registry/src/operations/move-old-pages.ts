import { isDeepStrictEqual } from "node:util";
import type { Routing } from "@sliceway/manifest";
import type { Context } from "../context.ts";
import { listRunning } from "../db/deployments.ts";
import { listMemory } from "../db/leases.ts";
import { listPinnedByAge } from "../db/pins.ts";
import { readOutlines } from "../db/vectors.ts";
import { planForwards } from "../forward/plan-forwards.ts";
import { planRelief } from "../forward/plan-relief.ts";
import { isOver } from "../routing/is-over.ts";
import { listReachable } from "../routing/list-reachable.ts";
import { listRevoked } from "../routing/list-revoked.ts";
import { getRouting, writeRouting } from "./move-routing.ts";

/**
 * Finds out how the pages of old vectors are to be served, and says so in the routing: on their own servers while the
 * memory budget allows it. Whoever else moves the routing meanwhile wins; this is done again soon.
 */
export async function moveOldPages(context: Context): Promise<void> {
  const routing = await getRouting(context);
  const pinned = await listOldVectors(context, routing);
  if (pinned.length === 0 && isEmpty(routing.forwards) && isEmpty(routing.leaving)) return;
  const plan = await planFor(context, routing, pinned);
  const { forwards, leaving } = routing;
  if (routing.live === null || isDeepStrictEqual(plan, { forwards, leaving })) return;
  const cause = `old pages: ${count(plan.forwards)} served by newer releases, ${count(plan.leaving)} to reload`;
  const next = { ...routing, ...plan, live: routing.live, cause, at: context.now() };
  const moved = await context.db.transaction().execute((tx) => writeRouting(tx, routing, next));
  if (moved) context.log.info({ revision: moved.revision, ...plan }, "old pages move");
}

async function planFor(context: Context, routing: Routing, pinned: string[]) {
  const { live } = routing;
  const { kept, outlines } = await readServers(context, routing, pinned);
  const effective = (vector: string) => routing.forwards[vector] ?? vector;
  const held = pinned
    .filter((vector) => !isOver(routing.leaving[vector], context.now()))
    .map((vector) => ({ vector, servers: outlines.get(effective(vector))?.servers ?? [] }));
  const memory = await listMemory(context.db, context.now());
  const memoryOf = (server: string) => memory.get(server) ?? 0;
  const relieved = planRelief({ held, kept, memoryOf, budgetBytes: context.config.memoryBudgetBytes });
  const isRevoked = (vector: string) => listRevoked(routing, outlines.get(vector)?.releases ?? {}).length > 0;
  const movable = pinned.filter(
    (vector) => routing.forwards[vector] || relieved.includes(vector) || isRevoked(vector),
  );
  const fitting = new Set<string>();
  for (const vector of movable) if (live && (await context.fits(vector, live))) fitting.add(vector);
  return planForwards({
    routing,
    pinned,
    relieved,
    isRevoked,
    fitsLive: (vector) => fitting.has(vector),
    now: context.now(),
  });
}

/** Vectors that pages hold on to although nobody is sent to them any more, oldest first. */
async function listOldVectors({ db, now }: Context, routing: Routing): Promise<string[]> {
  const reachable = listReachable(routing);
  return (await listPinnedByAge(db, now())).filter((vector) => !reachable.includes(vector));
}

async function readServers({ db }: Context, routing: Routing, pinned: string[]) {
  const candidates = (await listRunning(db)).flatMap(({ vector }) => (vector === null ? [] : [vector]));
  const inUse = [...listReachable(routing), ...candidates];
  const outlines = await readOutlines(db, [...inUse, ...pinned, ...Object.values(routing.forwards)]);
  const kept = new Set(inUse.flatMap((vector) => outlines.get(vector)?.servers ?? []));
  return { kept, outlines };
}

function isEmpty(record: object): boolean {
  return count(record) === 0;
}

function count(record: object): number {
  return Object.keys(record).length;
}
