import { sql } from "kysely";
import type { Db } from "./db.ts";

/** Holds vectors until the given times, or longer if they are held longer already. Unknown vectors are left out. */
export async function holdVectors(db: Db, holds: readonly { vector: string; until: Date }[]): Promise<void> {
  if (holds.length === 0) return;
  const vectors = holds.map((hold) => hold.vector);
  const times = holds.map((hold) => hold.until.toISOString());
  await sql`
    insert into pin (vector, until)
    select hold.vector, max(hold.until)
    from unnest(${vectors}::text[], ${times}::timestamptz[]) as hold (vector, until)
    join vector on vector.id = hold.vector
    group by hold.vector
    order by hold.vector
    on conflict (vector) do update set until = greatest(pin.until, excluded.until)`.execute(db);
}

/** Sorted, so that equal states look equal. */
export async function listPinned(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom("pin")
    .select("vector")
    .where("until", ">", now)
    .orderBy("vector")
    .execute();
  return rows.map((row) => row.vector);
}

/** The vectors that were made first stand first. */
export async function listPinnedByAge(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom("pin")
    .innerJoin("vector", "vector.id", "pin.vector")
    .select("pin.vector")
    .where("until", ">", now)
    .orderBy("created_at")
    .orderBy("pin.vector")
    .execute();
  return rows.map((row) => row.vector);
}
