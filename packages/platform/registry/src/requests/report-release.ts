import { releaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { noteMigrations } from "../db/database-migrations.ts";
import { findRelease } from "../db/releases.ts";
import { upsertReport } from "../db/reports.ts";
import { publishErrors } from "../publish/publish-errors.ts";
import type { ReleaseReport } from "../reconciliation/deployment/facts.ts";
import { Refusal } from "../refusal.ts";
import { isDeferred } from "../validation/database/migration-place.ts";

/** Takes the runtime's word on a release; running deployments of it go on or fail by that. */
export async function reportRelease(context: Context, report: Omit<ReleaseReport, "at">): Promise<void> {
  const { db, now, log } = context;
  const { slice, release, kind, ok, error } = report;
  const found = await getRelease(context, { slice, id: release });
  if (kind === "migrated" && ok) {
    const done = found.migrations.filter((migration) => !isDeferred(migration));
    await noteMigrations(db, found, done, { state: "done", at: now() });
  }
  await upsertReport(db, { ...report, at: now() });
  log.info({ release: `${slice}@${release}`, kind, ok, error }, "the runtime reported");
}

/** Takes the runtime's word on deferred migrations of a release. One that failed was undone. */
export async function reportContraction(
  context: Context,
  key: { slice: string; id: string },
  { contracted, ok, error }: { contracted: readonly string[]; ok: boolean; error: string | null },
): Promise<void> {
  const { db, now, log } = context;
  const { migrations } = await getRelease(context, key);
  const meant = migrations.filter(({ name }) => contracted.includes(name));
  await noteMigrations(db, key, meant, { state: ok ? "done" : "failed", error, at: now() });
  log[ok ? "info" : "error"]({ release: releaseRef(key), contracted, error }, "deferred migrations were run");
}

async function getRelease({ db }: Context, key: { slice: string; id: string }) {
  const release = await findRelease(db, key);
  if (release) return release;
  throw new Refusal({
    ...publishErrors.RELEASE_UNKNOWN(`${releaseRef(key)} is not published.`),
    fix: "Publish it first.",
  });
}
