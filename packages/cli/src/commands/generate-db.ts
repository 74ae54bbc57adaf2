import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Context } from "../context.ts";
import { generateDatabase } from "../database/generate-database.ts";
import { SCHEMA_FILE } from "../database/schema-sources.ts";
import { startScratchPostgres } from "../database/scratch-postgres.ts";
import { getSliceDir } from "../project/get-slice-dir.ts";
import { readManifest } from "../release/read-manifest.ts";
import { inStep } from "../report/steps.ts";

/** Where the generated types of a slice lie. */
const TABLES_FILE = "server/src/db/tables.ts";

/** Writes what follows from the migrations of these slices, or of all that have a server. */
export async function generateDb({ io, project }: Context, names: string[]): Promise<void> {
  const dirs =
    names.length > 0 ? names.map((name) => getSliceDir(project, name)) : [...project.slices.values()];
  await using postgres = await startScratchPostgres();
  for (const sliceDir of dirs) {
    const manifest = await readManifest(sliceDir);
    if (!manifest.server) continue;
    const work = async () => {
      const { schema, tables } = await generateDatabase(manifest, sliceDir, await postgres.createDatabase());
      const changes = [
        await write(sliceDir, SCHEMA_FILE, schema),
        await write(sliceDir, TABLES_FILE, tables),
      ];
      return changes.flat().map((path) => relative(io.cwd, path));
    };
    await inStep(io, "database", work, (changed) => `${manifest.name}: ${changed.join(", ") || "unchanged"}`);
  }
}

/** Answers with the path if the file was not like that before. */
async function write(sliceDir: string, file: string, text: string): Promise<string[]> {
  const path = join(sliceDir, file);
  if ((await readFile(path, "utf8").catch(() => null)) === text) return [];
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return [path];
}
