import { SlicewayError } from "@sliceway/errors";
import { supervise } from "../process/supervise.ts";
import { instanceCommand } from "./instance-command.ts";
import type { InstanceContext } from "./instance-context.ts";
import type { DatabaseOwner, IsolatedDatabase } from "./isolated-databases.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { readRelease } from "./release-files.ts";
import { tellFailed } from "./run-release.ts";
import { seedRelease } from "./seed-release.ts";
import type { SliceDatabase } from "./slice-databases.ts";

/**
 * Keeps one server of a release running on a database of its own: migrated and, where it is fresh, seeded when it
 * begins, gone when nobody works with it any more. A preview's way to try migrations.
 */
export function runIsolated(owner: DatabaseOwner, shared: InstanceContext): AsyncDisposable {
  const { children, log } = shared;
  const { ref } = owner;
  const databases = new AsyncDisposableStack();
  let own: Promise<InstanceContext> | null = null;
  const server = supervise({
    name: ref,
    children,
    log,
    async prepare(signal) {
      const release = await readRelease(shared.paths, ref);
      own ??= prepareDatabase(owner, shared, { databases, signal });
      own.catch(() => {
        own = null;
      });
      return instanceCommand(ref, release.manifest.server?.start, await own);
    },
    onReady: () => log.info({ release: ref }, "ready on a database of its own"),
    // Migrations and seeds are the release's own, as its start is.
    onFailedStart: (reason) => void tellFailed(ref, reason, shared),
    onOverdue: (reason) => void tellFailed(ref, `it does not become ready: ${reason}`, shared),
  });
  return {
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await databases[Symbol.asyncDispose]().catch((err: unknown) => {
        log.warn({ err, release: ref }, "the database of a preview could not be removed");
      });
    },
  };
}

interface Preparation {
  /** Closes what is opened. */
  databases: AsyncDisposableStack;
  signal: AbortSignal;
}

async function prepareDatabase(
  owner: DatabaseOwner,
  shared: InstanceContext,
  preparation: Preparation,
): Promise<InstanceContext> {
  try {
    return await prepareOwn(owner, shared, preparation);
  } catch (error) {
    if (owner.database === undefined || !isOtherHistory(error)) throw error;
    // Who works on a migration changes it after it has run: that begins anew.
    return await prepareOwn({ ref: owner.ref }, shared, preparation);
  }
}

async function prepareOwn(
  owner: DatabaseOwner,
  shared: InstanceContext,
  { databases, signal }: Preparation,
): Promise<InstanceContext> {
  const { isolatedDatabases } = shared;
  const database: IsolatedDatabase = await isolatedDatabases.open(owner);
  try {
    const own = isolate(shared, database);
    await migrateDatabase(owner.ref, own, signal);
    if (database.isFresh) await seedRelease(owner.ref, own);
    databases.defer(() => isolatedDatabases.close(owner));
    return own;
  } catch (error) {
    await isolatedDatabases.close(owner);
    throw error;
  }
}

function isOtherHistory(error: unknown): boolean {
  return error instanceof SlicewayError && ["MIGRATION_EDITED", "MIGRATION_MISSING"].includes(error.code);
}

/** The same context with another database, in which nothing has to be put off for anybody's sake. */
function isolate(shared: InstanceContext, database: SliceDatabase): InstanceContext {
  const due = { ...shared.due, isPutOff: () => false };
  return { ...shared, databases: async () => database, due, isIsolated: true };
}
