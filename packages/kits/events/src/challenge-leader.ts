import type { Client } from "pg";

/** A holder that has not renewed for so long is taken to be stopped. */
const SILENT_FOR = "6 seconds";

/**
 * Ends the holder's connection, and with it its lock, if its release is older or it has fallen silent; false if its
 * leadership is rightful. What it still does in other connections is fenced by the next term.
 */
export async function challengeLeader(connection: Client, name: string, liveSince: number): Promise<boolean> {
  const { rows } = await connection.query<{ ended: boolean }>(END_HOLDER, [name, liveSince, SILENT_FOR]);
  return rows.some(({ ended }) => ended);
}

const END_HOLDER = `
  select pg_terminate_backend(holder.pid) as ended
  from sliceway.turn
  join pg_locks as holder
    on holder.locktype = 'advisory' and holder.granted and holder.objsubid = 1
    and holder.database = (select oid from pg_database where datname = current_database())
    and (holder.classid::bigint << 32 | holder.objid::bigint) = hashtextextended(turn.name, 0)
  where turn.name = $1 and (turn.live_since < $2 or turn.renewed_at < now() - $3::interval)`;
