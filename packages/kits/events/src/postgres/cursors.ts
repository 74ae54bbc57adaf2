import { type QueryExecutorProvider, sql } from "kysely";

/** How far the consumer has read each of the sources; one that it never read is not in it. Positions are 64-bit. */
export async function listPositions(
  db: QueryExecutorProvider,
  consumer: string,
  sources: string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ source: string; position: string }>`
    select source, position from sliceway.cursor
    where consumer = ${consumer} and source = any(${sources})
  `.execute(db);
  return new Map(rows.map(({ source, position }) => [source, position]));
}

/** Moves the cursor forward, never back. */
export async function recordPosition(
  tx: QueryExecutorProvider,
  { consumer, source, position }: { consumer: string; source: string; position: string },
): Promise<void> {
  await sql`
    insert into sliceway.cursor (consumer, source, position) values (${consumer}, ${source}, ${position})
    on conflict (consumer, source)
      do update set position = greatest(excluded.position, sliceway.cursor.position)
  `.execute(tx);
}
