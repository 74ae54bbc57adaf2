import { type QueryExecutorProvider, sql } from "kysely";
import { type CloudEvent, receiptOf } from "./envelope.ts";

/**
 * Records in the transaction of its effect that an event was received; false if it had been before, in whatever
 * version it was published.
 */
export async function recordReceived(
  tx: QueryExecutorProvider,
  consumer: string,
  event: Pick<CloudEvent, "id" | "sameas">,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into sliceway.inbox (consumer, event_id, in_versions)
    values (${consumer}, ${receiptOf(event)}, ${event.sameas !== undefined})
    on conflict do nothing
  `.execute(tx);
  return numAffectedRows === 1n;
}

/**
 * Forgets up to 1,000 events that came more than 30 days ago; gives their number, 0 when none is left. What is
 * published in several versions stays: a release that consumes another version is given all that was ever published in it.
 */
export async function forgetReceived(db: QueryExecutorProvider, consumer: string): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from sliceway.inbox where ctid = any(array(
      select ctid from sliceway.inbox
      where consumer = ${consumer} and received_at < now() - interval '30 days' and not in_versions
      limit 1000 for update skip locked
    ))
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}
