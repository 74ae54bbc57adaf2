import type { ReleaseReport } from "../deployment/facts.ts";
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
  const query = db.selectFrom("release_report").selectAll();
  return await query
    .where((is) => is(is.fn<string>("concat", ["slice", is.val("@"), "release"]), "in", refs))
    .execute();
}
