import type { Routing } from "@sliceway/protocol";
import type { Overview } from "@sliceway/protocol/api";
import { countFailed } from "../canary/figures.ts";
import type { Context } from "../context.ts";
import { findLastEnded, listRunning } from "../db/deployments.ts";
import { listHolds } from "../db/pins.ts";
import { readRouting } from "../db/routing.ts";
import { findChange } from "../db/routing-history.ts";
import { readTrafficOf } from "../db/traffic.ts";
import { readOutlines } from "../db/vectors.ts";
import { listReachable } from "../routing/reach.ts";
import { listContractions } from "./list-contractions.ts";
import { listHeld } from "./list-held.ts";
import { liveSince } from "./live-since.ts";
import { listOldVectors, readPressure } from "./read-pressure.ts";

/** What happens now, as of one moment. */
export async function readOverview(context: Context): Promise<Overview> {
  return await context.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((db) => readWithin({ ...context, db }));
}

async function readWithin(context: Context): Promise<Overview> {
  const { db, now, config } = context;
  const routing = await readRouting(context.db, context.now());
  const pressure = await readPressure(context, routing, await listOldVectors(context, routing));
  const holds = await listHolds(db, now());
  return {
    live: await listLive(context, routing),
    deployments: await listRunning(db),
    lastDeployment: (await findLastEnded(db)) ?? null,
    held: await listHeld(context, routing, holds),
    contractions: await listContractions(context, routing),
    oldPagesMemory: { usedBytes: pressure.usedBytes, budgetBytes: config.memoryBudgetBytes },
    traffic: await countTraffic(context, [...listReachable(routing), ...holds.map(({ vector }) => vector)]),
  };
}

async function listLive(context: Context, { live }: Routing): Promise<Overview["live"]> {
  if (live === null) return [];
  const releases = (await readOutlines(context.db, [live])).get(live)?.releases ?? {};
  const found: Overview["live"] = [];
  for (const [slice, release] of Object.entries(releases).sort()) {
    const change = await findChange(context.db, (await liveSince(context, slice, release)) ?? 0);
    if (change) found.push({ slice, release, ...change });
  }
  return found;
}

async function countTraffic({ db }: Context, vectors: readonly string[]): Promise<Overview["traffic"]> {
  const counts = await readTrafficOf(db, vectors);
  return Object.fromEntries(
    [...counts].map(([vector, traffic]) => [
      vector,
      { requests: traffic.requests, failed: countFailed(traffic) },
    ]),
  );
}
