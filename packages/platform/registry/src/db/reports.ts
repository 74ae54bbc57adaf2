import { sql } from "kysely";
import type { ReleaseReport } from "../reconciliation/deployment/facts.ts";
import type { Db } from "./db.ts";

export async function upsertReport(db: Db, report: ReleaseReport): Promise<void> {
  const { ok, error, at } = report;
  await db
    .insertInto("release_report")
    .values(report)
    .onConflict((conflict) => conflict.columns(["slice", "release", "kind"]).doUpdateSet({ ok, error, at }))
    .execute();
}

/** The last reports on the releases, given as `slice@id`. */
export async function listReports(db: Db, refs: readonly string[]): Promise<ReleaseReport[]> {
  const ref = sql<string>`slice || '@' || release`;
  return await db.selectFrom("release_report").selectAll().where(ref, "in", refs).execute();
}
