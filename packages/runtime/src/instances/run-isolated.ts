import type { ReleaseRef } from "@sliceway/manifest";
import { supervise } from "../process/supervise.ts";
import { type InstancePlace, instanceCommand } from "./instance-command.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { readRelease } from "./release-files.ts";
import { tellFailed } from "./run-release.ts";
import { seedRelease } from "./seed-release.ts";
import type { SliceDatabase } from "./slice-databases.ts";

/**
 * Keeps one server of a release running on a database of its own: fresh, migrated and seeded when it begins, gone when
 * it is disposed. A preview's way to try migrations.
 */
export function runIsolated(ref: ReleaseRef, shared: InstancePlace): AsyncDisposable {
  const { house, log, isolatedDatabases } = shared;
  let own: InstancePlace | null = null;
  const server = supervise({
    name: ref,
    house,
    log,
    async prepare(signal) {
      const release = await readRelease(shared.paths, ref);
      own ??= await prepareDatabase(ref, shared, signal);
      return instanceCommand(ref, release.manifest.server?.start, own);
    },
    onReady: () => log.info({ release: ref }, "ready on a database of its own"),
    // Migrations and seeds are the release's own, as its start is.
    onFailedStart: (reason) => void tellFailed(ref, reason, shared),
    onOverdue: (reason) => void tellFailed(ref, `it does not become ready: ${reason}`, shared),
  });
  return {
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await isolatedDatabases.drop(ref).catch((err: unknown) => {
        log.warn({ err, release: ref }, "the database of a preview could not be removed");
      });
    },
  };
}

async function prepareDatabase(
  ref: ReleaseRef,
  shared: InstancePlace,
  signal: AbortSignal,
): Promise<InstancePlace> {
  const own = isolate(shared, await shared.isolatedDatabases.create(ref));
  await migrateDatabase(ref, own, signal);
  await seedRelease(ref, own);
  return own;
}

/** The same place with another database, in which nothing has to be put off for anybody's sake. */
function isolate(shared: InstancePlace, database: SliceDatabase): InstancePlace {
  const due = { ...shared.due, isPutOff: () => false };
  return { ...shared, databases: async () => database, due, isIsolated: true };
}
