import type { StoredDeployment } from "../db/deployments.ts";
import { type Attempt, changeRouting } from "../routing/commit-change.ts";
import type { Outcome } from "./deployment/progress.ts";
import type { StepResult } from "./step-result.ts";

/** A deployment that fails takes its visitors back to what is live, in the same transaction. */
export async function withdrawCanary(
  attempt: Attempt,
  { deployment: { id, canary } }: StoredDeployment,
  outcome: Extract<Outcome, { kind: "fail" }>,
): Promise<StepResult> {
  if (!canary) return { outcome };
  const cause = outcome.problems[0]?.message ?? "the canary failed";
  const result = await changeRouting(attempt, { kind: "withdraw-canary", deployment: id, cause });
  if (result.kind === "written")
    attempt.log.warn({ deployment: id, revision: result.routing.revision, cause }, "canary rolled back");
  return { outcome };
}
