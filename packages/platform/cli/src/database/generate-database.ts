import type { SliceManifest } from "@sliceway/protocol";
import { createLogger, type Migration, migrate, openDatabase } from "@sliceway/service-kit";
import type { Kysely } from "kysely";
import { checkContraction, checkUnused } from "./check-columns.ts";
import { readCodegenOptions } from "./codegen-options.ts";
import { generateTables } from "./generate-tables.ts";
import { type Column, listColumns } from "./list-columns.ts";
import { printSchema } from "./print-schema.ts";
import { readSliceMigrations } from "./read-slice-migrations.ts";
import { schemaHeading } from "./schema-sources.ts";
import { createIsUnused } from "./unused.ts";

/** What is made from a slice's migrations, as texts of files. */
export interface GeneratedDatabase {
  /** `server/schema.sql` */
  schema: string;
  /** `server/src/db/tables.ts` */
  tables: string;
}

/**
 * Runs a slice's migrations in an empty database and writes down what came of them. Throws SlicewayError:
 * `UNUSED_UNKNOWN`, `UNUSED_REQUIRED`, `CONTRACTION_REQUIRED`, and what `migrate` throws.
 */
export async function generateDatabase(
  manifest: SliceManifest,
  sliceDir: string,
  url: string,
): Promise<GeneratedDatabase> {
  const log = createLogger({ name: "generate", level: "silent" });
  await using database = openDatabase<unknown>({ url, name: "generate", statementTimeoutMs: 30_000 }, log);
  const { db } = database;
  const migrations = await readSliceMigrations(sliceDir);
  const run = (until: number) => migrate(url, migrations.slice(0, until), log);
  const columns = await follow(db, migrations, run);
  const unused = manifest.database?.unused ?? [];
  checkUnused(unused, columns);
  return {
    schema: `${await schemaHeading(sliceDir, manifest)}\n\n${await printSchema(db)}`,
    tables: await generateTables(db, createIsUnused(unused), await readCodegenOptions(sliceDir)),
  };
}

/** Runs all migrations, looking at the columns before and after each that is put off. */
async function follow(
  db: Kysely<unknown>,
  migrations: readonly Migration[],
  run: (until: number) => Promise<unknown>,
): Promise<Column[]> {
  for (const [index, migration] of migrations.entries()) {
    if (!migration.name.startsWith("contract/")) continue;
    await run(index);
    const before = await listColumns(db);
    await run(index + 1);
    checkContraction(migration, before, await listColumns(db));
  }
  await run(migrations.length);
  return await listColumns(db);
}
