import type { Client } from "pg";

/** An event as the log keeps it. */
export interface LogRow {
  /** 64-bit, as text. */
  position: string;
  id: string;
  source: string;
  type: string;
  subject: string;
  time: Date;
  data: unknown;
}

/**
 * Up to `limit` events of each source after the position given for it, oldest first. Only one relay writes a source
 * and its positions commit in order, so "after the last one read" skips nothing.
 */
export async function readLog(
  client: Client,
  sources: string[],
  after: ReadonlyMap<string, string>,
  limit: number,
): Promise<LogRow[]> {
  const { rows } = await client.query<LogRow>(
    `select event.* from unnest($1::text[], $2::bigint[]) as cursor (source, position)
     cross join lateral (
       select position, id, source, type, subject, time, data from sliceway.log
       where log.source = cursor.source and log.position > cursor.position
       order by position limit $3
     ) as event
     order by event.position`,
    [sources, sources.map((source) => after.get(source) ?? "0"), limit],
  );
  return rows;
}
