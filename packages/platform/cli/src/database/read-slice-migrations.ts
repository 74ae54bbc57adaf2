import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Migration, readMigrationSets } from "@sliceway/service-kit";

const require = createRequire(import.meta.url);

/** All migrations of a slice with a server, in the order in which they run. */
export async function readSliceMigrations(sliceDir: string): Promise<Migration[]> {
  const sets = Object.entries(setsOf(sliceDir)).filter(([, dir]) => existsSync(dir));
  return await readMigrationSets(Object.fromEntries(sets));
}

/** The events package's tables, which every slice with a server has; the slice's own; and what of that is put off. */
function setsOf(sliceDir: string): Record<string, string> {
  const eventsDir = dirname(require.resolve("@sliceway/events/package.json"));
  const own = join(sliceDir, "server/migrations");
  return { events: join(eventsDir, "migrations"), slice: own, contract: join(own, "contract") };
}
