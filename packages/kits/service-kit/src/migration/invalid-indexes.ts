import type pg from "pg";
import type { Logger } from "../create-logger.ts";

/**
 * Drops indexes whose concurrent building did not finish. They answer no query, only cost writes. Called under the
 * migration lock, so none of them is being built. An index on a partitioned table is left: it may wait for parts.
 */
export async function dropInvalidIndexes(client: pg.Client, log: Logger): Promise<void> {
  const { rows } = await client.query<{ index: string }>(`
    SELECT indexrelid::regclass::text AS index
    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE NOT indisvalid AND relkind = 'i' AND pg_has_role(relowner, 'USAGE')
  `);
  for (const { index } of rows) {
    log.warn({ index }, "dropping an index that was not built to the end");
    await client.query(`DROP INDEX CONCURRENTLY IF EXISTS ${index}`);
  }
}
