import { type Release, type Routing, releaseRef } from "@sliceway/protocol";
import type { Overview } from "@sliceway/protocol/api";
import { countFailed } from "../canary/figures.ts";
import type { Context } from "../context.ts";
import { listDeferring, listUnfinished } from "../db/database-migrations.ts";
import { findLastEnded, listRunningDeployments } from "../db/deployments.ts";
import { countPages } from "../db/gateways.ts";
import { type Hold, listHolds } from "../db/pins.ts";
import { findRelease } from "../db/releases.ts";
import { readRouting } from "../db/routing.ts";
import { findChange, findLiveSince } from "../db/routing-history.ts";
import { readTrafficOf } from "../db/traffic.ts";
import { readOutlines } from "../db/vectors.ts";
import { listOldVectors, readPressure } from "../forward/read-pressure.ts";
import { listReachable } from "../routing/reach.ts";
import { planContractions } from "../validation/database/plan-contractions.ts";
import { readDatabaseView } from "../validation/database/read-database-view.ts";

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
    deployments: await listRunningDeployments(db),
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
    const change = await findChange(context.db, (await findLiveSince(context.db, slice, release)).since ?? 0);
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

/** The old vectors among those that pages hold on to, and how each is served. */
async function listHeld(
  { db, now }: Context,
  routing: Routing,
  holds: readonly Hold[],
): Promise<Overview["held"]> {
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

function servedBy(
  vector: string,
  { forwards, leaving }: Routing,
): Pick<Overview["held"][number], "served" | "by" | "leavesAt"> {
  const [by = null, leavesAt = null] = [forwards[vector], leaving[vector]];
  const served = by !== null ? "forwarded" : leavesAt !== null ? "leaving" : "kept";
  return { served, by, leavesAt };
}

type Contraction = Overview["contractions"][number];

/** Deferred migrations that have not run: what each waits for, that it is being run, or why it failed. */
async function listContractions(context: Context, { live }: Routing): Promise<Contraction[]> {
  const begun = await listUnfinished(context.db);
  const found: Contraction[] = begun.map((migration) => ({ ...migration, waitsFor: [] }));
  if (live === null) return found;
  for (const key of await listDeferring(context.db, live)) {
    const release = await findRelease(context.db, key);
    if (release) found.push(...(await listWaiting(context, release)));
  }
  return found;
}

async function listWaiting(context: Context, release: Release): Promise<Contraction[]> {
  const view = await readDatabaseView(context, release);
  return planContractions(release, view).map(({ migration, waitsFor }) => ({
    slice: release.slice,
    release: release.id,
    name: migration.name,
    state: "waiting",
    waitsFor: waitsFor.map(({ release: other, why }) => ({ release: releaseRef(other), why })),
    error: null,
  }));
}
