import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SliceManifest } from "@sliceway/protocol";
import { generateDatabase } from "./generate-database.ts";
import { SCHEMA_FILE } from "./schema-sources.ts";

/** Where the generated types of a slice lie. */
const TABLES_FILE = "server/src/db/tables.ts";

/**
 * Writes what follows from a slice's migrations, run in the empty database at `url`. Answers with the files, by their
 * path in the slice, that were not like that before. Throws what `generateDatabase` throws.
 */
export async function writeDatabase(
  manifest: SliceManifest,
  sliceDir: string,
  url: string,
): Promise<string[]> {
  const { schema, tables } = await generateDatabase(manifest, sliceDir, url);
  const texts = { [SCHEMA_FILE]: schema, [TABLES_FILE]: tables };
  const changed: string[] = [];
  for (const [file, text] of Object.entries(texts)) {
    if (await write(join(sliceDir, file), text)) changed.push(file);
  }
  return changed;
}

async function write(path: string, text: string): Promise<boolean> {
  if ((await readFile(path, "utf8").catch(() => null)) === text) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return true;
}
