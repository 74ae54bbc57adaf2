import { join } from "node:path";
import { parseReleaseRef, type Release, type ReleaseRef } from "@sliceway/manifest";
import type { RegistryClient } from "@sliceway/registry/client";
import { type Logger, migrate, readMigrations, SlicewayError } from "@sliceway/service-kit";
import { serverDir } from "./release-files.ts";

interface MigrateOptions {
  releasesDir: string;
  migratorUrl: string;
  registry: Pick<RegistryClient, "reportMigrated">;
  log: Logger;
  signal: AbortSignal;
}

/**
 * Brings the slice's database to what the release expects, and tells the registry. What the release's own files are
 * to blame for is told as a failure; a database that is away is not, since the next try may find it.
 */
export async function migrateRelease(ref: ReleaseRef, release: Release, options: MigrateOptions): Promise<void> {
  if (release.migrations.length === 0) return;
  const { slice, id } = parseReleaseRef(ref);
  const tell = (report: { ok: boolean; error?: string }) =>
    options.registry.reportMigrated(slice, id, report).catch((err: unknown) => {
      options.log.warn({ err }, "the registry could not be told of migrations");
    });
  try {
    const migrations = await readMigrations(join(serverDir(options.releasesDir, ref), "migrations"));
    await migrate(options.migratorUrl, migrations, options.log, { signal: options.signal });
  } catch (error) {
    if (error instanceof SlicewayError) await tell({ ok: false, error: `${error.message} ${error.fix}` });
    throw error;
  }
  await tell({ ok: true });
}
