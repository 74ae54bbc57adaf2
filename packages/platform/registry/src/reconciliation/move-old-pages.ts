import { isDeepStrictEqual } from "node:util";
import type { Routing } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { readRouting } from "../db/routing.ts";
import { planForwards } from "../forward/plan-forwards.ts";
import { planRelief } from "../forward/plan-relief.ts";
import { listOldVectors, type PressureNow, readPressure } from "../forward/read-pressure.ts";
import { commitChange } from "../routing/commit-change.ts";
import { listRevoked } from "../routing/reach.ts";

/**
 * Finds out how the pages of old vectors are to be served, and says so in the routing: on their own servers while the
 * memory budget allows it. Whoever else moves the routing meanwhile wins; this is done again soon.
 */
export async function moveOldPages(context: Context): Promise<void> {
  const routing = await readRouting(context.db, context.now());
  const pinned = await listOldVectors(context, routing);
  if (pinned.length === 0 && isEmpty(routing.forwards) && isEmpty(routing.leaving)) return;
  const plan = await planFor(context, routing, await readPressure(context, routing, pinned));
  const { revision, live, forwards, leaving } = routing;
  if (live === null || isDeepStrictEqual(plan, { forwards, leaving })) return;
  const cause = `old pages: ${count(plan.forwards)} served by newer releases, ${count(plan.leaving)} to reload`;
  await commitChange(context, { kind: "move-old-pages", revision, ...plan, cause });
}

async function planFor(context: Context, routing: Routing, pressure: PressureNow) {
  const { live } = routing;
  const { pinned, outlines } = pressure;
  const relieved = planRelief(pressure);
  const isRevoked = (vector: string) => listRevoked(routing, outlines.get(vector)?.releases ?? {}).length > 0;
  const movable = pinned.filter(
    (vector) => routing.forwards[vector] || relieved.includes(vector) || isRevoked(vector),
  );
  const compatible = new Set<string>();
  for (const vector of movable)
    if (live && (await context.isCompatible(vector, live))) compatible.add(vector);
  return planForwards({
    routing,
    pinned,
    relieved,
    isRevoked,
    isCompatible: (vector) => compatible.has(vector),
    now: context.now(),
  });
}

function isEmpty(record: object): boolean {
  return count(record) === 0;
}

function count(record: object): number {
  return Object.keys(record).length;
}
