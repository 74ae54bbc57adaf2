import { type QueryExecutorProvider, sql } from "kysely";
import type { CloudEvent } from "./envelope.ts";

/** Sets a failed event aside, to be tried again in `retryInMs`. Later events of its aggregate wait behind it. */
export async function parkFailed(
  tx: QueryExecutorProvider,
  consumer: string,
  event: CloudEvent,
  failure: { attempts: number; reason: string; retryInMs: number },
): Promise<void> {
  await sql`
    insert into sliceway.parked (consumer, event_id, source, subject, event, attempts, reason, retry_at)
    values (${consumer}, ${event.id}, ${event.source}, ${event.subject}, ${JSON.stringify(event)}::jsonb,
      ${failure.attempts}, ${failure.reason}, now() + ${failure.retryInMs} * interval '1 millisecond')
    on conflict (consumer, event_id) do update
      set attempts = excluded.attempts, reason = excluded.reason, retry_at = excluded.retry_at
  `.execute(tx);
}

/** Sets an event aside because one of its aggregate is parked. */
export async function parkBehind(
  tx: QueryExecutorProvider,
  consumer: string,
  event: CloudEvent,
): Promise<void> {
  await sql`
    insert into sliceway.parked (consumer, event_id, source, subject, event, attempts, retry_at)
    values (${consumer}, ${event.id}, ${event.source}, ${event.subject}, ${JSON.stringify(event)}::jsonb, 0, now())
    on conflict (consumer, event_id) do nothing
  `.execute(tx);
}

/** Whether an event of the same aggregate is parked. */
export async function hasParked(
  tx: QueryExecutorProvider,
  consumer: string,
  { source, subject }: CloudEvent,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from sliceway.parked
    where consumer = ${consumer} and source = ${source} and subject = ${subject} limit 1
  `.execute(tx);
  return rows.length > 0;
}

/** The first parked event of each aggregate whose time has come, with the attempts made so far. */
export async function listDue(
  db: QueryExecutorProvider,
  consumer: string,
): Promise<{ event: CloudEvent; attempts: number }[]> {
  const { rows } = await sql<{ event: CloudEvent; attempts: number }>`
    select event, attempts from (
      select distinct on (source, subject) event, attempts, retry_at from sliceway.parked
      where consumer = ${consumer} order by source, subject, place
    ) as head
    where retry_at <= now()
  `.execute(db);
  return rows;
}

/** Takes a parked event back, in the transaction of its effect. */
export async function unpark(tx: QueryExecutorProvider, consumer: string, eventId: string): Promise<void> {
  await sql`delete from sliceway.parked where consumer = ${consumer} and event_id = ${eventId}`.execute(tx);
}
