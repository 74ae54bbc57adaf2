import { type QueryExecutorProvider, sql } from "kysely";

/** What became of a dead letter that is to be tried anew. `waiting`: it was not tried yet. */
export type Replayed =
  | { id: string; outcome: "applied" | "waiting" }
  | { id: string; outcome: "failed"; reason: string };

/** What became of the events since `replayDeadLetters`, in the order given. */
export async function listReplayed(db: QueryExecutorProvider, ids: readonly string[]): Promise<Replayed[]> {
  const { rows } = await sql<{ id: string; attempts: number; reason: string }>`
    select event_id as id, max(attempts) as attempts, max(reason) as reason from sliceway.parked
    where event_id = any(${ids}::uuid[]) group by event_id
  `.execute(db);
  const parked = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = parked.get(id);
    if (!row) return { id, outcome: "applied" };
    return row.attempts === 0 ? { id, outcome: "waiting" } : { id, outcome: "failed", reason: row.reason };
  });
}
