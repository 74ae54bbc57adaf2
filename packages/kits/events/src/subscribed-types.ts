import { type QueryExecutorProvider, sql } from "kysely";

/** Whose progress is meant. */
export interface Subscriber {
  transport: "postgres" | "rabbitmq";
  consumer: string;
}

/** How far the history of a type was read. */
export interface TypeProgress {
  /** Its history was read to the end; it comes with the rest. */
  complete: boolean;
  /** The place of the last event that was delivered from its history; 64-bit, -1 if none was. */
  position: string;
  /** Id of the event after `position` that a release which did not consume the type was the first to pass over. */
  missed: string | null;
}

/** By type; one that the consumer never consumed is not in it. */
export async function listTypeProgress(
  db: QueryExecutorProvider,
  { transport, consumer }: Subscriber,
): Promise<Map<string, TypeProgress>> {
  const { rows } = await sql<TypeProgress & { type: string }>`
    select type, complete, position, missed from sliceway.subscribed_type
    where transport = ${transport} and consumer = ${consumer}
  `.execute(db);
  return new Map(rows.map(({ type, ...progress }) => [type, progress]));
}

/** Puts types on record whose history is still to be read. */
export async function recordTypes(
  db: QueryExecutorProvider,
  { transport, consumer }: Subscriber,
  types: string[],
): Promise<void> {
  await sql`
    insert into sliceway.subscribed_type (transport, consumer, type)
    select ${transport}, ${consumer}, type from unnest(${types}::text[]) as type
    on conflict do nothing
  `.execute(db);
}

/** Notes in the transaction of an effect that the types' histories were delivered up to `position`. */
export async function recordHistory(
  tx: QueryExecutorProvider,
  { transport, consumer }: Subscriber,
  types: string[],
  position: string,
): Promise<void> {
  await sql`
    insert into sliceway.subscribed_type as progress (transport, consumer, type, position)
    select ${transport}, ${consumer}, type, ${position}::bigint from unnest(${types}::text[]) as type
    on conflict (transport, consumer, type)
      do update set position = greatest(excluded.position, progress.position), missed = null
  `.execute(tx);
}

/** Notes that the types' histories were read to the end. */
export async function recordComplete(
  db: QueryExecutorProvider,
  { transport, consumer }: Subscriber,
  types: string[],
): Promise<void> {
  await sql`
    insert into sliceway.subscribed_type (transport, consumer, type, complete)
    select ${transport}, ${consumer}, type, true from unnest(${types}::text[]) as type
    on conflict (transport, consumer, type) do update set complete = true, missed = null
  `.execute(db);
}

/**
 * Notes that the consumer no longer consumes a type that it consumed up to `position`: what happens from now on is history
 * to it, should it ever consume the type again.
 */
export async function recordLeft(
  db: QueryExecutorProvider,
  { transport, consumer }: Subscriber,
  type: string,
  position: string,
): Promise<void> {
  await sql`
    update sliceway.subscribed_type
    set complete = false, position = greatest(position, ${position}::bigint)
    where transport = ${transport} and consumer = ${consumer} and type = ${type} and complete
  `.execute(db);
}

/** Notes the first event that a release passes over because it does not consume the type. */
export async function recordMissed(
  db: QueryExecutorProvider,
  { transport, consumer }: Subscriber,
  type: string,
  eventId: string,
): Promise<void> {
  await sql`
    update sliceway.subscribed_type set complete = false, missed = ${eventId}
    where transport = ${transport} and consumer = ${consumer} and type = ${type} and complete
  `.execute(db);
}

/** Notes that what was missed is so old that the history begins after it. */
export async function recordMissedGone(
  db: QueryExecutorProvider,
  { transport, consumer }: Subscriber,
  types: string[],
): Promise<void> {
  await sql`
    update sliceway.subscribed_type set missed = null, position = -1
    where transport = ${transport} and consumer = ${consumer} and type = any(${types})
  `.execute(db);
}

/** Forgets it all: the transport has lost what it kept for this consumer. */
export async function forgetTypes(
  db: QueryExecutorProvider,
  { transport, consumer }: Subscriber,
): Promise<void> {
  await sql`
    delete from sliceway.subscribed_type where transport = ${transport} and consumer = ${consumer}
  `.execute(db);
}
