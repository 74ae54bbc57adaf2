import type { QueryResultRow } from "pg";

/** What waits in an outbox. */
export interface OutboxBacklog {
  /** Counted up to 100,000. */
  pending: number;
  /** How long the oldest has waited; 0 if there is none. */
  oldestAgeSeconds: number;
}

/** A client or a pool of `pg`. */
interface Connection {
  query<Row extends QueryResultRow>(text: string): Promise<{ rows: Row[] }>;
}

/** What waits in the outbox of the slice whose database this is. */
export async function readOutboxBacklog(connection: Connection): Promise<OutboxBacklog> {
  const { rows } = await connection.query<OutboxBacklog & QueryResultRow>(
    `select count(*)::int as pending,
       greatest(0, coalesce(extract(epoch from now() - min(added_at)), 0))::float8 as "oldestAgeSeconds"
     from (select added_at from sliceway.outbox order by seq limit 100000) as waiting`,
  );
  return rows[0] ?? { pending: 0, oldestAgeSeconds: 0 };
}
