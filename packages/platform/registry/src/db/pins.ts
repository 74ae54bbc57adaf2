import { sql } from "kysely";
import type { Db } from "./db.ts";

/**
 * Holds vectors until the given times, or longer if they are held longer already. Left out are unknown vectors, and
 * those that somebody works on: their pages go where the work goes.
 */
export async function holdVectors(db: Db, holds: readonly { vector: string; until: Date }[]): Promise<void> {
  if (holds.length === 0) return;
  const vectors = holds.map((hold) => hold.vector);
  const times = holds.map((hold) => hold.until.toISOString());
  await sql`
    insert into pin (vector, until)
    select hold.vector, max(hold.until)
    from unnest(${vectors}::text[], ${times}::timestamptz[]) as hold (vector, until)
    join vector on vector.id = hold.vector and vector.dev is null
    group by hold.vector
    order by hold.vector
    on conflict (vector) do update set until = greatest(pin.until, excluded.until)`.execute(db);
}

/** Holds on to one that somebody works on, for the requests on their way to it. */
export async function holdBriefly(db: Db, vector: string, until: Date): Promise<void> {
  const later = sql<Date>`greatest(pin.until, excluded.until)`;
  await db
    .insertInto("pin")
    .values({ vector, until })
    .onConflict((conflict) => conflict.column("vector").doUpdateSet({ until: later }))
    .execute();
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

/** A vector that pages hold on to, and until when if none of them gives a sign. */
export interface Hold {
  vector: string;
  until: Date;
}

/** The vectors that were made first stand first. */
export async function listHolds(db: Db, now: Date): Promise<Hold[]> {
  return await db
    .selectFrom("pin")
    .innerJoin("vector", "vector.id", "pin.vector")
    .select(["pin.vector", "pin.until"])
    .where("until", ">", now)
    .orderBy("created_at")
    .orderBy("pin.vector")
    .execute();
}

/** The vectors that were made first stand first. */
export async function listPinnedByAge(db: Db, now: Date): Promise<string[]> {
  return (await listHolds(db, now)).map(({ vector }) => vector);
}
