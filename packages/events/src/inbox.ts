import { type QueryExecutorProvider, sql } from "kysely";

/** Records in the transaction of its effect that an event was received; false if it had been before. */
export async function recordReceived(
  tx: QueryExecutorProvider,
  consumer: string,
  eventId: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into sliceway.inbox (consumer, event_id) values (${consumer}, ${eventId}) on conflict do nothing
  `.execute(tx);
  return numAffectedRows === 1n;
}
