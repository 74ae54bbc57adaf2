import { sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * Holds these people's timelines until the transaction ends. A new post and a new friendship of its author come from
 * different sources at the same moment: without the lock neither would see the other, and the post would be missing.
 */
export async function lockPeople(tx: Transaction<Tables>, ids: readonly string[]): Promise<void> {
  for (const id of [...ids].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx);
  }
}
