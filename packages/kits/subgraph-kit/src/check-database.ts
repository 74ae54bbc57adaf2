import { existsSync } from "node:fs";
import { isDeferred, readMigrations } from "@sliceway/service-kit";
import { type Kysely, sql } from "kysely";

/** Rejects unless the database answers and has had every migration of this release that is not put off. */
export async function checkDatabase<DB>(db: Kysely<DB>, migrationsDir: string): Promise<void> {
  const expected = existsSync(migrationsDir) ? await readMigrations(migrationsDir) : [];
  const { rows } = await sql<{ name: string }>`select name from sliceway.migration`.execute(db);
  const applied = new Set(rows.map(({ name }) => name));
  const missing = expected.map(({ name }) => name).filter((name) => !isDeferred(name) && !applied.has(name));
  if (missing.length > 0) throw new Error(`migrations not applied: ${missing.join(", ")}`);
}
