import type { RegistryState } from "@sliceway/protocol";
import type { Kysely } from "kysely";
import { readCursor } from "../db/change-cursor.ts";
import { listDueMigrations } from "../db/database-migrations.ts";
import type { Db } from "../db/db.ts";
import { listRunningDeployments } from "../db/deployments.ts";
import { listIsolated } from "../db/isolated-releases.ts";
import { listInstances } from "../db/leases.ts";
import { listPinned } from "../db/pins.ts";
import { readRouting } from "../db/routing.ts";
import type { Tables } from "../db/tables.ts";
import { readOutlines } from "../db/vectors.ts";
import { planWanted, type Reachable } from "../routing/plan-wanted.ts";
import { isOver, listReachable } from "../routing/reach.ts";

/** The state as of one moment: cursor and content belong together. */
export async function readState(db: Kysely<Tables>, now: Date): Promise<RegistryState> {
  return await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute((tx) => readStateWithin(tx, now));
}

/** The same as the transaction sees it; one that only reads committed rows sees later ones later. */
export async function readStateWithin(tx: Db, now: Date): Promise<RegistryState> {
  const cursor = await readCursor(tx);
  const routing = await readRouting(tx, now);
  const reachable: Reachable = {
    routing,
    pinned: (await listPinned(tx, now)).filter((vector) => !isOver(routing.leaving[vector], now)),
    candidates: await listCandidates(tx),
    isolated: await listIsolated(tx),
  };
  const outlines = await readOutlines(tx, vectorsOf(reachable));
  const worked = [...outlines].flatMap(([vector, { dev }]) => (dev === null ? [] : [[vector, dev] as const]));
  const plan = planWanted(
    { ...reachable, worked: new Map(worked) },
    (vector) => outlines.get(vector)?.servers ?? [],
  );
  const due = await listDueMigrations(tx);
  const contractions = due.length > 0 ? { contractions: due } : {};
  return { cursor, routing, instances: await listInstances(tx, now), ...plan, ...contractions };
}

async function listCandidates(tx: Db): Promise<Reachable["candidates"]> {
  const running = await listRunningDeployments(tx);
  return running.flatMap(({ id, vector, preview }) =>
    vector === null ? [] : [{ deployment: id, vector, isolated: preview?.isolated, dev: preview?.dev }],
  );
}

function vectorsOf({ routing, pinned, candidates }: Reachable): string[] {
  const served = pinned.map((vector) => routing.forwards[vector] ?? vector);
  return [...new Set([...listReachable(routing), ...served, ...candidates.map(({ vector }) => vector)])];
}
