import type { Db } from "./db.ts";

/** Releases (`slice@id`) that must not run on the database that their slice's releases share. */
export async function listIsolated(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom("isolated_release").select("ref").execute();
  return new Set(rows.map(({ ref }) => ref));
}

export async function isolate(db: Db, refs: readonly string[]): Promise<void> {
  if (refs.length === 0) return;
  await db
    .insertInto("isolated_release")
    .values(refs.map((ref) => ({ ref })))
    .onConflict((conflict) => conflict.column("ref").doNothing())
    .execute();
}

/** They are to go live: from now on they share. */
export async function endIsolation(db: Db, refs: readonly string[]): Promise<void> {
  await db.deleteFrom("isolated_release").where("ref", "in", refs).execute();
}
