import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import type { Migration } from "../read-migrations.ts";
import { checkConcurrent } from "./check-concurrent.ts";
import type { AppliedMigration } from "./ledger.ts";

export interface MigrationPlan {
  /** To be applied, in order. */
  readonly pending: Migration[];
  /** Applied by a newer release, unknown to this one. */
  readonly newer: string[];
}

/**
 * Compares what a release brings with what its database has. What the database has beyond a set's last file was put
 * there by a newer release: fine, because migrations only expand. A gap before it is a lost file.
 */
export function planMigrations(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): MigrationPlan {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const step of applied) checkUnedited(step, known.get(step.name));
  const unknown = applied.map((step) => step.name).filter((name) => !known.has(name));
  for (const name of unknown) checkNotLost(name, migrations);
  const done = new Set(applied.map((step) => step.name));
  const pending = migrations.filter((migration) => !done.has(migration.name));
  pending.forEach(checkConcurrent);
  return { pending, newer: unknown };
}

function checkUnedited(applied: AppliedMigration, migration: Migration | undefined) {
  if (!migration || migration.sha256 === applied.sha256) return;
  throw new SlicewayError(
    errors.MIGRATION_EDITED(`Migration ${migration.name} was changed after it had been applied.`),
  );
}

function checkNotLost(name: string, migrations: readonly Migration[]) {
  const set = `${name.split("/")[0]}/`;
  const isBeforeAnother = migrations.some((other) => other.name.startsWith(set) && other.name > name);
  if (!isBeforeAnother) return;
  throw new SlicewayError(
    errors.MIGRATION_MISSING(`Migration ${name} was applied to the database, but its file is gone.`),
  );
}
