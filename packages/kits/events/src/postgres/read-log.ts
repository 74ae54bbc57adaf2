import type { Client } from "pg";

/** An event as the log keeps it. */
export interface LogRow {
  /** 64-bit, as text. */
  position: string;
  id: string;
  sameas: string | null;
  source: string;
  type: string;
  subject: string;
  time: Date;
  data: unknown;
}

/** A part of the log, and the sources of which something that should come before it was pruned. */
export interface LogPart {
  rows: LogRow[];
  gaps: string[];
}

/**
 * Up to `limit` events of each source after the position given for it, oldest first; of a source without one, from the
 * first that is there. Only one relay writes a source and its positions commit in order, so "after the last one read"
 * skips nothing.
 */
export async function readLog(
  client: Client,
  sources: string[],
  after: ReadonlyMap<string, string>,
  limit: number,
): Promise<LogPart> {
  const { rows } = await client.query<LogRow & { isAfterGap: boolean }>(
    `select event.*, coalesce(pruned.position > cursor.position, false) as "isAfterGap"
     from unnest($1::text[], $2::bigint[]) as cursor (source, position)
     left join sliceway.pruned on pruned.source = cursor.source
     cross join lateral (
       select position, id, sameas, source, type, subject, time, data from sliceway.log
       where log.source = cursor.source and log.position > coalesce(cursor.position, 0)
       order by position limit $3
     ) as event
     order by event.position`,
    [sources, sources.map((source) => after.get(source) ?? null), limit],
  );
  const gaps = new Set(rows.filter(({ isAfterGap }) => isAfterGap).map(({ source }) => source));
  return { rows: rows.map(({ isAfterGap: _, ...row }) => row), gaps: [...gaps] };
}
