import type { Client } from "pg";
import type { LogRow } from "./read-log.ts";

/** A part of the log of a type: positions after `after`, up to and with `upTo`; 64-bit, as text. */
export interface TypePart {
  type: string;
  source: string;
  after: string;
  upTo: string;
}

/** The first `limit` events in any of the parts, oldest first. */
export async function readTypes(client: Client, parts: TypePart[], limit: number): Promise<LogRow[]> {
  const { rows } = await client.query<LogRow>(
    `select log.position, id, sameas, log.source, log.type, subject, time, data
     from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) as part (source, type, after, up_to)
     join sliceway.log on log.source = part.source and log.type = part.type
       and log.position > part.after and log.position <= part.up_to
     order by log.position limit $5`,
    [
      parts.map(({ source }) => source),
      parts.map(({ type }) => type),
      parts.map(({ after }) => after),
      parts.map(({ upTo }) => upTo),
      limit,
    ],
  );
  return rows;
}
