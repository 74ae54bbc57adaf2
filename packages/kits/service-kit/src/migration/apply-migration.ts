import type pg from "pg";
import type { Logger } from "../create-logger.ts";
import type { Migration } from "../read-migrations.ts";
import { retry } from "../retry.ts";
import { isConcurrent } from "./check-concurrent.ts";
import { explainFailure } from "./explain-failure.ts";
import { dropInvalidIndexes } from "./invalid-indexes.ts";
import { recordApplied } from "./ledger.ts";

/** A statement that waits for a table lock makes everybody behind it wait too: give up early and come back. */
const LOCK_TIMEOUT_MS = 1_000;
const LOCK_ATTEMPTS = 30;

/** Applies one migration and records it. Throws `MIGRATION_FAILED`, naming file and line. */
export async function applyMigration(client: pg.Client, migration: Migration, log: Logger): Promise<void> {
  try {
    if (isConcurrent(migration)) await applyAlone(client, migration, log);
    else await applyWithPatience(client, migration, log);
  } catch (error) {
    throw explainFailure(error, migration);
  }
}

async function applyWithPatience(client: pg.Client, migration: Migration, log: Logger): Promise<void> {
  const attempt = () => applyInTransaction(client, migration);
  const retryIf = (error: unknown) => {
    if (!isLockTrouble(error)) return false;
    log.info({ migration: migration.name }, "a table is in use; trying again");
    return true;
  };
  await retry(attempt, { attempts: LOCK_ATTEMPTS, retryIf, minDelayMs: 200, maxDelayMs: 1_000 });
}

async function applyInTransaction(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query(migration.sql);
    await recordApplied(client, migration);
    await client.query("COMMIT");
  } catch (error) {
    // The error that matters is the first one; on a lost connection there is nothing to roll back.
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** Building an index that fails, or dies, leaves an invalid one behind that IF NOT EXISTS would take for done. */
async function applyAlone(client: pg.Client, migration: Migration, log: Logger): Promise<void> {
  await dropInvalidIndexes(client, log);
  try {
    await client.query(migration.sql);
  } catch (error) {
    await dropInvalidIndexes(client, log).catch((err) => log.warn({ err }, "an invalid index stays behind"));
    throw error;
  }
  await recordApplied(client, migration);
}

function isLockTrouble(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === "55P03" || code === "40P01";
}
