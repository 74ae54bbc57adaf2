import { Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";

/** A slice's tables, to look at: with no limit to how long that takes, however busy the machine is. */
export function openTables<DB>(connectionString: string): Kysely<DB> {
  const pool = new Pool({ connectionString, max: 2 });
  // A server that goes away ends idle connections; who asks next gets another.
  pool.on("error", () => {});
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
