import { SlicewayError } from "@sliceway/errors";
import type { Migration } from "@sliceway/service-kit";
import { errors } from "./database-errors.ts";
import type { Column } from "./list-columns.ts";
import { createIsUnused } from "./unused.ts";

/** Throws if slice.json calls something unused that is not there, or that every new row must have. */
export function checkUnused(unused: readonly string[], columns: readonly Column[]): void {
  for (const name of unused) {
    if (!columns.some((column) => createIsUnused([name])(column.name))) throw unusedUnknown(name);
  }
  const isUnused = createIsUnused(unused);
  const isTable = (name: string) => unused.includes(name.slice(0, name.lastIndexOf(".")));
  const required = columns.find(({ name, required }) => required && isUnused(name) && !isTable(name));
  if (required) throw unusedRequired(required.name);
}

/** Throws if a deferred migration takes away a column that every row must have until then. */
export function checkContraction(
  { name }: Migration,
  before: readonly Column[],
  after: readonly Column[],
): void {
  const left = new Set(after.map((column) => column.name));
  const tables = new Set(after.map((column) => tableOf(column.name)));
  const gone = before.filter((column) => !left.has(column.name) && tables.has(tableOf(column.name)));
  const required = gone.find((column) => column.required);
  if (required) throw contractionRequired(name, required.name);
}

function tableOf(column: string): string {
  return column.slice(0, column.lastIndexOf("."));
}

function unusedUnknown(name: string): SlicewayError {
  return new SlicewayError(
    errors.UNUSED_UNKNOWN(
      `slice.json calls ${name} unused, but the migrations leave no such table or column.`,
    ),
  );
}

function unusedRequired(name: string): SlicewayError {
  return new SlicewayError(
    errors.UNUSED_REQUIRED(
      `slice.json calls ${name} unused, but no row can be inserted without it: it is NOT NULL and has no default.`,
      { statement: setDefault(name) },
    ),
  );
}

function contractionRequired(migration: string, name: string): SlicewayError {
  return new SlicewayError(
    errors.CONTRACTION_REQUIRED(
      `server/migrations/${migration} drops ${name}, but until it has run no row can be inserted without that: it is NOT NULL and has no default.`,
      { statement: setDefault(name) },
    ),
  );
}

function setDefault(name: string): string {
  const column = name.slice(name.lastIndexOf(".") + 1);
  return `ALTER TABLE ${tableOf(name)} ALTER COLUMN ${column} SET DEFAULT ...;`;
}
