import type { Client } from "pg";
import type { Lag } from "../transport.ts";

/** How far behind each source a reader is that has read up to the position given for it. Counts up to 100,000. */
export async function readLag(
  client: Client,
  sources: string[],
  positions: ReadonlyMap<string, string>,
): Promise<Lag[]> {
  const { rows } = await client.query<Lag>(
    `select cursor.source,
       (select count(*)::int from (
          select 1 from sliceway.log
          where log.source = cursor.source and log.position > cursor.position limit 100000
        ) as behind) as events,
       (select greatest(0, extract(epoch from now() - logged_at))::float8 from sliceway.log
        where log.source = cursor.source and log.position > cursor.position
        order by position limit 1) as "oldestAgeSeconds"
     from unnest($1::text[], $2::bigint[]) as cursor (source, position)`,
    [sources, sources.map((source) => positions.get(source) ?? "0")],
  );
  return rows;
}
