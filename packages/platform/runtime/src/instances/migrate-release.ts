import { SlicewayError } from "@sliceway/errors";
import { parseReleaseRef, type Release, type ReleaseRef } from "@sliceway/protocol";
import type { InstanceContext } from "./instance-context.ts";
import { migrateDatabase } from "./migrate-database.ts";

/**
 * Brings the slice's database to what the release expects, and tells the registry. What the release's own files are
 * to blame for is told as a failure; a database that is away is not, since the next try may find it.
 */
export async function migrateRelease(
  ref: ReleaseRef,
  release: Release,
  context: InstanceContext,
  signal: AbortSignal,
): Promise<void> {
  if (release.migrations.length === 0) return;
  const { registry, log } = context;
  const { slice, id } = parseReleaseRef(ref);
  const tell = (report: { ok: boolean; error?: string }) =>
    registry.reportMigrated(slice, id, report).catch((err: unknown) => {
      log.warn({ err }, "the registry could not be told of migrations");
    });
  try {
    await migrateDatabase(ref, context, signal);
  } catch (error) {
    if (error instanceof SlicewayError) await tell({ ok: false, error: `${error.message} ${error.fix}` });
    throw error;
  }
  await tell({ ok: true });
}
