import type { Client } from "pg";

const BATCH = 1_000;

/**
 * Removes some of the oldest events if they came into the log more than `days` ago, and writes down up to where, in one
 * statement; gives their number, 0 when none is left.
 */
export async function pruneLog(client: Client, days: number): Promise<number> {
  const { rows } = await client.query<{ pruned: number }>(
    `with oldest as (
       select position, logged_at from sliceway.log order by position limit $2
     ), gone as (
       delete from sliceway.log using oldest
       where log.position = oldest.position and oldest.logged_at < now() - $1 * interval '1 day'
       returning log.source, log.position
     ), marked as (
       insert into sliceway.pruned as pruned (source, position)
       select source, max(position) from gone group by source
       on conflict (source) do update
         set position = greatest(pruned.position, excluded.position), pruned_at = now()
     )
     select count(*)::int as pruned from gone`,
    [days, BATCH],
  );
  return rows[0]?.pruned ?? 0;
}
