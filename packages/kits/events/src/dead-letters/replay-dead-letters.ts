import { type QueryExecutorProvider, type RawBuilder, sql } from "kysely";

/** Which dead letters are meant: those of these events, those of a type, or all. */
export type DeadLetterChoice = { ids: readonly string[] } | { type: string } | { all: true };

/**
 * Makes dead letters due at once, with all their attempts before them; gives their events' ids. The live consumer tries
 * them within about a second, and what waits behind them after that.
 */
export async function replayDeadLetters(
  db: QueryExecutorProvider,
  choice: DeadLetterChoice,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update sliceway.parked set dead_at = null, attempts = 0, retry_at = now()
    where dead_at is not null and ${condition(choice)}
    returning event_id as id
  `.execute(db);
  return rows.map(({ id }) => id);
}

function condition(choice: DeadLetterChoice): RawBuilder<boolean> {
  if ("ids" in choice) return sql`event_id = any(${choice.ids}::uuid[])`;
  if ("type" in choice) return sql`event ->> 'type' = ${choice.type}`;
  return sql`true`;
}
