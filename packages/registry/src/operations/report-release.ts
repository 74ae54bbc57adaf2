import type { Context } from "../context.ts";
import { isPublished } from "../db/releases.ts";
import { upsertReport } from "../db/reports.ts";
import type { ReleaseReport } from "../deployment/facts.ts";
import { Refusal } from "../refusal.ts";

/** Takes the runtime's word on a release; running deployments of it go on or fail by that. */
export async function reportRelease(
  { db, now, log }: Context,
  report: Omit<ReleaseReport, "at">,
): Promise<void> {
  const { slice, release, kind, ok, error } = report;
  if (!(await isPublished(db, { slice, id: release })))
    throw new Refusal("RELEASE_UNKNOWN", `${slice}@${release} is not published.`, "Publish it first.");
  await upsertReport(db, { ...report, at: now() });
  log.info({ release: `${slice}@${release}`, kind, ok, error }, "the runtime reported");
}
