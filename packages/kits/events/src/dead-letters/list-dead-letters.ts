import { type QueryExecutorProvider, sql } from "kysely";

/** An event that failed too often in a consumer, and what comes of it. Its data is not in here. */
export interface DeadLetter {
  consumer: string;
  /** The event's. */
  id: string;
  type: string;
  source: string;
  /** Id of the aggregate. */
  subject: string;
  /** The last error: its name and message. */
  reason: string;
  attempts: number;
  firstFailedAt: Date;
  lastFailedAt: Date;
  /** Later events of the aggregate that wait behind it. */
  waiting: number;
}

/** The dead letters in a slice's database, the oldest first. */
export async function listDeadLetters(db: QueryExecutorProvider): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select consumer, event_id as id, event ->> 'type' as type, source, subject, reason, attempts,
      first_failed_at as "firstFailedAt", failed_at as "lastFailedAt",
      (select count(*)::int from sliceway.parked as other
       where other.consumer = dead.consumer and other.source = dead.source and other.subject = dead.subject
         and other.place > dead.place) as waiting
    from sliceway.parked as dead
    where dead_at is not null
    order by dead_at, place
  `.execute(db);
  return rows;
}
