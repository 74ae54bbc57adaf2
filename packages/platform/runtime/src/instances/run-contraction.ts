import { SlicewayError } from "@sliceway/errors";
import type { ReleaseRef } from "@sliceway/protocol";
import { retry } from "@sliceway/service-kit";
import type { Contraction } from "./due-migrations.ts";
import type { InstanceContext } from "./instance-context.ts";
import { migrateDatabase } from "./migrate-database.ts";

/**
 * Runs deferred migrations and tells the registry. Tries on until both the database and the registry were there: what
 * has run already is not run again.
 */
export async function runContraction(
  { slice, release, migrations: contracted }: Contraction,
  context: InstanceContext,
  signal: AbortSignal,
): Promise<void> {
  const ref: ReleaseRef = `${slice}@${release}`;
  const attempt = async () => {
    const error = await findFailure(() => migrateDatabase(ref, context, signal));
    const report = error === null ? { ok: true } : { ok: false, error };
    await context.registry.reportMigrated(slice, release, { ...report, contracted });
  };
  await retry(attempt, { signal, minDelayMs: 200, maxDelayMs: 5_000 });
}

/** What the files are to blame for; a database that is away is not, and throws. */
async function findFailure(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof SlicewayError) return `${error.message} ${error.fix}`;
    throw error;
  }
}
