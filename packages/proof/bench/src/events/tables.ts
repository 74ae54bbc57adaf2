import { type Kysely, sql, type Transaction } from "kysely";
import type { Effects } from "./contestant.ts";

export interface BenchTables {
  aggregate: { id: string; version: number };
  effect: { subject: string; number: number };
  received: { id: string };
}

/** Gives the aggregate its next version. */
export async function countUp(tx: Transaction<BenchTables>, id: string): Promise<number> {
  const { version } = await tx
    .insertInto("aggregate")
    .values({ id, version: 1 })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ version: sql`aggregate.version + 1` }))
    .returning("version")
    .executeTakeFirstOrThrow();
  return version;
}

export async function readEffects(db: Kysely<BenchTables>): Promise<Effects> {
  const { rows } = await sql<Effects>`
    select count(*)::int as count, (count(*) filter (where number < highest))::int as disorder,
      coalesce(extract(epoch from max(at)) * 1000, 0)::float8 as "lastAtMs"
    from (select *, max(number) over (partition by subject order by place) as highest from effect) as effect
  `.execute(db);
  return rows[0] ?? { count: 0, disorder: 0, lastAtMs: 0 };
}

export async function readClockMs(db: Kysely<BenchTables>): Promise<number> {
  const { rows } = await sql<{ now: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as now
  `.execute(db);
  return rows[0]?.now ?? 0;
}
