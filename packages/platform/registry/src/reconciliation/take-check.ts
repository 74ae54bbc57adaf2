import { parseReleaseRef } from "@sliceway/protocol";
import { releaseUnknown } from "../compose/ensure-vector.ts";
import { noteMigrations } from "../db/database-migrations.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { findRelease } from "../db/releases.ts";
import type { Attempt } from "../routing/commit-change.ts";
import { listDue } from "../validation/database/plan-contractions.ts";
import { type Verdict, validateCandidate } from "../validation/validate-candidate.ts";
import type { Outcome } from "./deployment/progress.ts";
import type { StepResult } from "./step-result.ts";

/**
 * Makes the vectors that the deployment would make reachable: what is live with the changed releases in it, and from
 * there each slice's rollback. Validates the databases that the releases share with others.
 */
export async function takeCheck(attempt: Attempt, { deployment }: StoredDeployment): Promise<StepResult> {
  const keys = deployment.releases.map(parseReleaseRef);
  const found = await Promise.all(keys.map((key) => findRelease(attempt.db, key)));
  const missing = keys.filter((_, index) => !found[index]).map(({ slice, id }) => releaseUnknown(slice, id));
  const releases = found.filter((release) => release !== undefined);
  const verdict = await validateCandidate(attempt, releases, {
    composed: attempt.composed,
    preview: deployment.preview,
    hold: true,
  });
  const problems = [...missing, ...verdict.problems];
  if (problems.length > 0 || verdict.vector === null) return { outcome: { kind: "fail", problems } };
  await releaseFirstContractions(attempt, verdict);
  const outcome: Outcome = { kind: "pass", detail: describe(verdict), vector: verdict.vector };
  return { outcome, baseRevision: verdict.before.revision };
}

/** Where no other release of the slice runs, deferred migrations have nobody to wait for: they run in their place. */
async function releaseFirstContractions({ db, now }: Attempt, { databases }: Verdict): Promise<void> {
  for (const { release, contractions, isFirst } of databases) {
    if (isFirst) await noteMigrations(db, release, listDue(contractions), { state: "due", at: now() });
  }
}

/** One line for those who follow the deployment. */
function describe({ vector, databases, lost, ended, warnings }: Verdict): string {
  const migrations = databases.flatMap((plan) =>
    plan.migrations.map(({ name }) => `${plan.release.slice}: ${name}`),
  );
  const parts = [
    vector,
    migrations.length > 0 && `runs ${migrations.join(", ")}`,
    lost.length > 0 && `no way back alone for ${lost.map(({ slice }) => slice).join(", ")}`,
    ...ended.map(({ deployment, reason }) => `ends the canary ${deployment}: ${reason}`),
    warnings.length > 0 && `look at this: ${warnings.map(({ message }) => message).join(" ")}`,
  ];
  return parts.filter((part) => part !== false).join("; ");
}
