import type { ReleaseMigration } from "@sliceway/protocol";
import { sql } from "kysely";
import type { KnownMigration } from "../validation/database/database-view.ts";
import type { Db } from "./db.ts";
import { lock } from "./lock.ts";

/** What the slice's database has had, in the order of the names. */
export async function listKnown(db: Db, slice: string): Promise<KnownMigration[]> {
  const columns = ["name", "sha256", "sql", "release", "state"] as const;
  const query = db.selectFrom("database_migration").select(columns).where("slice", "=", slice);
  return await query.orderBy("name").execute();
}

/** Those of the releases (slice to id) that do not know all that their databases have had. */
export async function listBehind(
  db: Db,
  releases: Readonly<Record<string, string>>,
): Promise<{ slice: string; id: string }[]> {
  const { rows } = await sql<{ slice: string; id: string }>`
    select release.slice, release.id
    from jsonb_each_text(${JSON.stringify(releases)}::jsonb) as asked (slice, id)
    join release on release.slice = asked.slice and release.id = asked.id
    where exists (
      select from database_migration as known
      where known.slice = release.slice and not exists (
        select from jsonb_array_elements(release.body -> 'migrations') as own
        where own ->> 'name' = known.name))`.execute(db);
  return rows;
}

/** Notes how migrations of a release stand. What was done stays done, by the release that brought it first. */
export async function noteMigrations(
  db: Db,
  { slice, id }: { slice: string; id: string },
  migrations: readonly ReleaseMigration[],
  { state, error = null, at }: { state: KnownMigration["state"]; error?: string | null; at: Date },
): Promise<void> {
  if (migrations.length === 0) return;
  const rows = migrations.map((migration) => ({ ...migration, slice, release: id, state, error, at }));
  await db
    .insertInto("database_migration")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["slice", "name"])
        .doUpdateSet((row) => ({
          state: row.ref("excluded.state"),
          error: row.ref("excluded.error"),
          sha256: row.ref("excluded.sha256"),
          sql: row.ref("excluded.sql"),
          release: row.ref("excluded.release"),
          at: row.ref("excluded.at"),
        }))
        .where("database_migration.state", "<>", "done"),
    )
    .execute();
}

/** The releases of a vector with deferred migrations that were not handed out yet. One that failed is not tried again. */
export async function listDeferring(db: Db, vector: string): Promise<{ slice: string; id: string }[]> {
  const { rows } = await sql<{ slice: string; id: string }>`
    select release.slice, release.id
    from vector join release on vector.releases ->> release.slice = release.id
    where vector.id = ${vector} and exists (
      select from jsonb_array_elements_text(release.deferred) as deferred (name)
      where not exists (
        select from database_migration as known
        where known.slice = release.slice and known.name = deferred.name
          and (known.state <> 'failed' or known.release = release.id)))
    order by release.slice`.execute(db);
  return rows;
}

/** Deferred migrations that were handed out and are not done. */
export async function listUnfinished(db: Db) {
  const rows = await db
    .selectFrom("database_migration")
    .select(["slice", "release", "name", "state", "error"])
    .where("name", "like", "contract/%")
    .orderBy("slice")
    .orderBy("name")
    .execute();
  return rows.flatMap(({ state, ...row }) => (state === "done" ? [] : [{ ...row, state }]));
}

/** Deferred migrations that the runtime is to run, by slice and the release that has the files. */
export async function listDueMigrations(db: Db) {
  return await db
    .selectFrom("database_migration")
    .select(["slice", "release", sql<string[]>`array_agg(name order by name)`.as("migrations")])
    .where("state", "=", "due")
    .groupBy(["slice", "release"])
    .orderBy("slice")
    .orderBy("release")
    .execute();
}

/**
 * Lets one at a time decide about a slice's database, for the length of the transaction: two decisions that are right
 * by themselves may be wrong together.
 */
export async function lockDatabase(tx: Db, slice: string): Promise<void> {
  await lock(tx, `database of ${slice}`);
}
