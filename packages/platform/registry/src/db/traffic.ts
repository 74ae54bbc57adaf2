import { noTraffic, type Traffic } from "@sliceway/protocol";
import { sql } from "kysely";
import { addTraffic } from "../canary/figures.ts";
import type { Db } from "./db.ts";
import { readOutlines } from "./vectors.ts";

export interface GatewayTraffic {
  gateway: string;
  run: string;
  /** Vector to what was counted so far in this run. */
  vectors: Record<string, Traffic>;
}

/** Counts are cumulative, so a report that is lost or comes twice does no harm. Unknown vectors are left out. */
export async function upsertTraffic(
  db: Db,
  { gateway, run, vectors }: GatewayTraffic,
  seenAt: Date,
): Promise<void> {
  const known = await readOutlines(db, Object.keys(vectors));
  const rows = [...known.keys()].map((id) => ({
    gateway,
    run,
    vector: id,
    counts: JSON.stringify(vectors[id]),
    seen_at: seenAt,
  }));
  if (rows.length === 0) return;
  await db
    .insertInto("traffic")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["gateway", "run", "vector"])
        .doUpdateSet((set) => ({
          counts: set.ref("excluded.counts"),
          seen_at: set.ref("excluded.seen_at"),
        }))
        .where(sql<boolean>`traffic.counts is distinct from excluded.counts`),
    )
    .execute();
}

/** What all gateways have counted at a vector, in all of their runs. */
export async function readTraffic(db: Db, vector: string | null): Promise<Traffic> {
  if (vector === null) return noTraffic();
  const rows = await db.selectFrom("traffic").select("counts").where("vector", "=", vector).execute();
  return addTraffic(rows.map(({ counts }) => counts));
}

/** The same for several vectors; those at which nothing was counted are left out. */
export async function readTrafficOf(db: Db, vectors: readonly string[]): Promise<Map<string, Traffic>> {
  if (vectors.length === 0) return new Map();
  const rows = await db
    .selectFrom("traffic")
    .select(["vector", "counts"])
    .where("vector", "in", vectors)
    .execute();
  const byVector = Map.groupBy(rows, ({ vector }) => vector);
  return new Map(
    [...byVector].map(([vector, parts]) => [vector, addTraffic(parts.map(({ counts }) => counts))]),
  );
}

/** Forgets counts that have not grown since `until`. */
export async function deleteOldTraffic(db: Db, until: Date): Promise<void> {
  await db.deleteFrom("traffic").where("seen_at", "<", until).execute();
}
