import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import type { Migration } from "../read-migrations.ts";

/** Whether the file holds a statement that PostgreSQL refuses inside a transaction. */
export function isConcurrent(migration: Migration): boolean {
  return /\bconcurrently\b/i.test(withoutComments(migration.sql));
}

/**
 * A CONCURRENTLY statement runs outside a transaction, so it must be the file's only one (several would share an
 * implicit transaction), and a process that dies right after it must be able to run it again.
 */
export function checkConcurrent(migration: Migration): void {
  if (!isConcurrent(migration)) return;
  const statement = withoutComments(migration.sql).trim().replace(/;\s*$/, "");
  if (statement.includes(";")) {
    throw new SlicewayError(
      errors.MIGRATION_NOT_ALONE(`Migration ${migration.name} has a CONCURRENTLY statement beside others.`),
    );
  }
  if (/\b(create|drop)\b/i.test(statement) && !/\bif\s+(not\s+)?exists\b/i.test(statement)) {
    throw new SlicewayError(
      errors.MIGRATION_NOT_REPEATABLE(
        `Migration ${migration.name} could not be run again if it were interrupted.`,
      ),
    );
  }
}

function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
}
