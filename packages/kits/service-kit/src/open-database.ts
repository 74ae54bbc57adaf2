import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { BoundedPool } from "./bounded-pool.ts";
import type { Logger } from "./create-logger.ts";

/** A transaction left idle for longer is ended by the server, so that its locks are not held for ever. */
const IDLE_IN_TRANSACTION_MS = 10_000;

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  url: string;
  /** Connections at most. Default 8. */
  poolSize?: number;
  /** A statement that runs longer is ended by the server. Default 1,000 ms. */
  statementTimeoutMs?: number;
  /** Who asks: shown by `pg_stat_activity` and in errors. */
  name: string;
}

export interface Database<DB> extends AsyncDisposable {
  readonly db: Kysely<DB>;
  readonly pool: pg.Pool;
}

/**
 * Opens a pool of connections; the first one is made by the first query. Losing the server is logged, never fatal:
 * later queries connect anew. Who waits more than 1 s for a connection gets `DATABASE_BUSY`.
 * Disposing waits for connections in use.
 */
export function openDatabase<DB>(options: DatabaseOptions, log: Logger): Database<DB> {
  const { url, poolSize = 8, statementTimeoutMs = 1000, name } = options;
  const pool = new BoundedPool(
    {
      connectionString: url,
      max: poolSize,
      application_name: name,
      keepAlive: true,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
    name,
  );
  const onLost = (err: Error) => log.warn({ err, database: name }, "a database connection was lost");
  // The pool listens to idle connections only; one that breaks while in use would end the process.
  pool.on("error", onLost).on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, [Symbol.asyncDispose]: () => db.destroy() };
}
