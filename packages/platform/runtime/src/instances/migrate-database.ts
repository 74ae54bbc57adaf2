import { join } from "node:path";
import { parseReleaseRef, type ReleaseRef } from "@sliceway/protocol";
import { migrate, readMigrations } from "@sliceway/service-kit";
import type { InstanceContext } from "./instance-context.ts";
import { serverDir } from "./release-files.ts";

/** Gives the slice's database what the release brings, but for what is put off. Throws what `migrate` throws. */
export async function migrateDatabase(
  ref: ReleaseRef,
  { paths, databases, due, log }: InstanceContext,
  signal: AbortSignal,
): Promise<void> {
  const { slice } = parseReleaseRef(ref);
  const { migratorUrl } = await databases(slice);
  const migrations = await readMigrations(join(serverDir(paths, ref), "migrations"));
  await migrate(migratorUrl, migrations, log, { signal, defer: (name) => due.isPutOff(slice, name) });
}
