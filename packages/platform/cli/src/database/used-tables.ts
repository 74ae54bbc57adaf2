import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import type { Release, SliceManifest } from "@sliceway/protocol";
import { errors } from "./database-errors.ts";
import { readSchemaTables } from "./read-schema-tables.ts";
import { SCHEMA_FILE, schemaHeading } from "./schema-sources.ts";
import { createIsUnused } from "./unused.ts";

/**
 * The columns that a slice's server may use, by its `server/schema.sql`: those that its generated types have. Undefined
 * for a slice without that file. Throws SlicewayError `SCHEMA_STALE`.
 */
export async function readUsedTables(
  manifest: SliceManifest,
  sliceDir: string,
): Promise<Release["database"] | undefined> {
  const path = join(sliceDir, SCHEMA_FILE);
  if (!existsSync(path)) return undefined;
  const schema = await readFile(path, "utf8");
  if (!schema.startsWith(await schemaHeading(sliceDir, manifest))) throw schemaStale(manifest.name);
  const isUnused = createIsUnused(manifest.database?.unused ?? []);
  const used = Object.entries(readSchemaTables(schema)).map(([table, columns]) => [
    table,
    columns.filter((column) => !isUnused(`${table}.${column}`)),
  ]);
  return { tables: Object.fromEntries(used.filter(([, columns]) => columns && columns.length > 0)) };
}

function schemaStale(slice: string): SlicewayError {
  return new SlicewayError(
    errors.SCHEMA_STALE(
      `${SCHEMA_FILE} of ${slice} was not made from its migrations and slice.json as they are now.`,
      { slice },
    ),
  );
}
