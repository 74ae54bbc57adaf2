import { SlicewayError } from "@sliceway/errors";
import pg from "pg";
import type { Migration } from "../read-migrations.ts";

/** Says which file and line PostgreSQL refused. */
export function explainFailure(cause: unknown, migration: Migration): SlicewayError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SlicewayError(
    "MIGRATION_FAILED",
    `Migration ${migration.name}${lineOf(cause, migration.sql)} failed: ${reason}.`,
    "Nothing of this file was applied; correct it and migrate again.",
    { cause },
  );
}

function lineOf(cause: unknown, sql: string): string {
  const position = cause instanceof pg.DatabaseError ? Number(cause.position) : Number.NaN;
  if (!(position > 0)) return "";
  return ` line ${sql.slice(0, position - 1).split("\n").length}`;
}
