import type { Release } from "@sliceway/protocol";
import type { Effect } from "../sql/effect.ts";

/** The platform's own tables, which every release with a server uses. */
const PLATFORM = "sliceway.";

/**
 * Whether a release's code relies on what an effect touches: on a column that it does not list as unused, or on a
 * table that has one. A release that does not say what it uses relies on everything it does not call unused.
 */
export function reliesOn(
  { database, manifest }: Release,
  { table, columns }: Pick<Effect, "table" | "columns">,
) {
  if (table === null || table.startsWith(PLATFORM)) return true;
  if (!database) return !isUnused(manifest.database?.unused ?? [], table, columns);
  const used = database.tables[table];
  if (!used) return false;
  return columns.length === 0 || columns.some((column) => used.includes(column));
}

function isUnused(unused: readonly string[], table: string, columns: readonly string[]): boolean {
  if (unused.includes(table)) return true;
  return columns.length > 0 && columns.every((column) => unused.includes(`${table}.${column}`));
}
