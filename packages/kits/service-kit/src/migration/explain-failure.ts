import { SlicewayError } from "@sliceway/errors";
import pg from "pg";
import { errors } from "../errors.ts";
import type { Migration } from "../read-migrations.ts";

/** Says which file and line PostgreSQL refused. */
export function explainFailure(cause: unknown, migration: Migration): SlicewayError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SlicewayError(
    errors.MIGRATION_FAILED(`Migration ${migration.name}${lineOf(cause, migration.sql)} failed: ${reason}.`),
    { cause },
  );
}

function lineOf(cause: unknown, sql: string): string {
  const position = cause instanceof pg.DatabaseError ? Number(cause.position) : Number.NaN;
  if (!(position > 0)) return "";
  return ` line ${sql.slice(0, position - 1).split("\n").length}`;
}
