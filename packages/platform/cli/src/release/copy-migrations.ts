import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Release } from "@sliceway/protocol";
import { readSliceMigrations } from "../database/read-slice-migrations.ts";

/** Writes a slice's migrations to `<outDir>/<set>/*.sql` and lists them in the order in which they run. */
export async function copyMigrations(sliceDir: string, outDir: string): Promise<Release["migrations"]> {
  const migrations = await readSliceMigrations(sliceDir);
  for (const { name, sql } of migrations) {
    const path = join(outDir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, sql);
  }
  return migrations.map(({ name, sql, sha256 }) => ({ name, sql, sha256 }));
}
