import { join } from "node:path";
import type { Release } from "@sliceway/manifest";
import { type Logger, migrate, readMigrations } from "@sliceway/service-kit";
import type { Home } from "../home/open-home.ts";

/** Runs a release's migrations as the role that owns the slice's database. Does nothing where all have run. */
export async function migrateRelease(
  home: Home,
  release: Release,
  migratorUrl: string,
  log: Logger,
): Promise<void> {
  if (release.migrations.length === 0) return;
  const dir = join(home.releasesDir, release.slice, release.id, "server", "migrations");
  await migrate(migratorUrl, await readMigrations(dir), log);
}
