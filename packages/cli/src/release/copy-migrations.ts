import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Release } from "@sliceway/manifest";
import { readMigrations } from "@sliceway/service-kit";

const require = createRequire(import.meta.url);

/** The events package's tables, which every slice with a server has, then the slice's own. */
function setsOf(sliceDir: string): Record<string, string> {
  const eventsDir = dirname(require.resolve("@sliceway/events/package.json"));
  return { events: join(eventsDir, "migrations"), slice: join(sliceDir, "server/migrations") };
}

/** Copies the `.sql` files of each set to `<outDir>/<set>/` and lists them in the order in which they run. */
export async function copyMigrations(sliceDir: string, outDir: string): Promise<Release["migrations"]> {
  for (const [set, dir] of Object.entries(setsOf(sliceDir))) {
    if (existsSync(dir)) await copySql(dir, join(outDir, set));
  }
  return (await readMigrations(outDir)).map(({ name, sha256 }) => ({ name, sha256 }));
}

async function copySql(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = (await readdir(from)).filter((name) => name.endsWith(".sql"));
  for (const name of names) await copyFile(join(from, name), join(to, name));
}
