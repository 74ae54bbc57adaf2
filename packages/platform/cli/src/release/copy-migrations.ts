import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Release } from "@sliceway/protocol";
import { checkMigration } from "@sliceway/registry/checks";
import { SlicewayError } from "@sliceway/service-kit";
import { readSliceMigrations } from "../database/read-slice-migrations.ts";

/**
 * Writes a slice's migrations to `<outDir>/<set>/*.sql` and lists them in the order in which they run. Throws
 * SlicewayError with file and line: `MIGRATION_UNREADABLE`, `CONTRACTION_ADDS`.
 */
export async function copyMigrations(sliceDir: string, outDir: string): Promise<Release["migrations"]> {
  const migrations = await readSliceMigrations(sliceDir);
  for (const { name, sql, sha256 } of migrations) {
    const [wrong] = checkMigration({ name, sql, sha256 });
    if (wrong) {
      const { code, file, line, message, fix } = wrong;
      throw new SlicewayError(code, `${join(sliceDir, file)}:${line ?? 1}: ${message}`, fix);
    }
    const path = join(outDir, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, sql);
  }
  return migrations.map(({ name, sql, sha256 }) => ({ name, sql, sha256 }));
}
