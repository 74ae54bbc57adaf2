import pg from "pg";
import type { Logger } from "./create-logger.ts";
import { applyMigration } from "./migration/apply-migration.ts";
import { listApplied, prepareLedger } from "./migration/ledger.ts";
import { planMigrations } from "./migration/plan-migrations.ts";
import { withMigrationLock } from "./migration/with-migration-lock.ts";
import type { Migration } from "./read-migrations.ts";

export interface MigrateOptions {
  /** Ends the waiting for another runner. */
  signal?: AbortSignal;
  /** Says by its name whether a migration is put off: it is not applied now, and not missed. */
  defer?: (name: string) => boolean;
}

/**
 * Applies what is not applied yet, in the order given, and returns the names. Each file is one transaction, except
 * one that says CONCURRENTLY, which stands alone. Runners of one database take turns. The ledger is
 * `sliceway.migration`; a database that a newer release has taken further is left as it is.
 * Throws `MIGRATION_EDITED`, `MIGRATION_MISSING`, `MIGRATION_NOT_ALONE`, `MIGRATION_NOT_REPEATABLE` (before anything
 * is changed) or `MIGRATION_FAILED` (the files before it stay applied).
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[],
  log: Logger,
  { signal, defer = () => false }: MigrateOptions = {},
): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "sliceway migrate",
    keepAlive: true,
  });
  client.on("error", (err) => log.warn({ err }, "the connection of the migration was lost"));
  await client.connect();
  try {
    return await withMigrationLock(client, log, signal, async () => {
      const pending = await planPending(client, migrations, log);
      return await applyAll(
        client,
        pending.filter(({ name }) => !defer(name)),
        log,
      );
    });
  } finally {
    await client.end();
  }
}

async function planPending(
  client: pg.Client,
  migrations: readonly Migration[],
  log: Logger,
): Promise<Migration[]> {
  await prepareLedger(client);
  const { pending, newer } = planMigrations(migrations, await listApplied(client));
  if (newer.length > 0) log.info({ newer }, "the database is ahead of this release");
  return pending;
}

async function applyAll(client: pg.Client, pending: readonly Migration[], log: Logger): Promise<string[]> {
  for (const migration of pending) {
    await applyMigration(client, migration, log);
    log.info({ migration: migration.name }, "migration applied");
  }
  return pending.map((migration) => migration.name);
}
