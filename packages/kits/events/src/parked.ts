import { type QueryExecutorProvider, sql } from "kysely";
import type { CloudEvent } from "./envelope.ts";

export interface Failure {
  /** This one included. */
  attempts: number;
  reason: string;
  /** Null: it is not tried again by itself, it is a dead letter. */
  retryInMs: number | null;
}

/** Sets a failed event aside. Later events of its aggregate wait behind it, also behind a dead letter. */
export async function parkFailed(
  tx: QueryExecutorProvider,
  consumer: string,
  event: CloudEvent,
  { attempts, reason, retryInMs }: Failure,
): Promise<void> {
  const isDead = retryInMs === null;
  await sql`
    insert into sliceway.parked as parked (consumer, event_id, source, subject, event, attempts, reason, retry_at,
      first_failed_at, failed_at, dead_at)
    values (${consumer}, ${event.id}, ${event.source}, ${event.subject}, ${JSON.stringify(event)}::jsonb,
      ${attempts}, ${reason},
      case when ${isDead} then 'infinity' else now() + ${retryInMs ?? 0} * interval '1 millisecond' end,
      now(), now(), case when ${isDead} then now() end)
    on conflict (consumer, event_id) do update
      set attempts = excluded.attempts, reason = excluded.reason, retry_at = excluded.retry_at,
        first_failed_at = coalesce(parked.first_failed_at, now()), failed_at = now(), dead_at = excluded.dead_at
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

export interface DueEvent {
  event: CloudEvent;
  /** Failures so far; 0 if it waited behind another, or is to be tried anew. */
  attempts: number;
  /** Whether it ever failed. */
  hasFailed: boolean;
}

/** The first parked event of each aggregate, if its time has come; the 100 that are due the longest. */
export async function listDue(db: QueryExecutorProvider, consumer: string): Promise<DueEvent[]> {
  const { rows } = await sql<DueEvent>`
    select event, attempts, first_failed_at is not null as "hasFailed" from (
      select distinct on (source, subject) event, attempts, first_failed_at, retry_at from sliceway.parked
      where consumer = ${consumer} order by source, subject, place
    ) as head
    where retry_at <= now() order by retry_at limit 100
  `.execute(db);
  return rows;
}

/** Takes a parked event back, in the transaction of its effect. */
export async function unpark(tx: QueryExecutorProvider, consumer: string, eventId: string): Promise<void> {
  await sql`delete from sliceway.parked where consumer = ${consumer} and event_id = ${eventId}`.execute(tx);
}

export interface ParkedCount {
  /** All that were set aside: failed, waiting behind those, and dead. */
  parked: number;
  dead: number;
}

export async function countParked(db: QueryExecutorProvider, consumer: string): Promise<ParkedCount> {
  const { rows } = await sql<ParkedCount>`
    select count(*)::int as parked, count(dead_at)::int as dead from sliceway.parked where consumer = ${consumer}
  `.execute(db);
  return rows[0] ?? { parked: 0, dead: 0 };
}
