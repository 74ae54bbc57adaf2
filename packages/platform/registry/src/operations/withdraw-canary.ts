import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import type { Outcome } from "../deployment/progress.ts";
import { getRouting, writeRouting } from "./move-routing.ts";
import type { StepResult } from "./take-step.ts";

/** A deployment that fails takes its visitors back to what is live, in the same transaction. */
export async function withdrawCanary(
  context: Context,
  tx: Db,
  { deployment }: StoredDeployment,
  outcome: Extract<Outcome, { kind: "fail" }>,
): Promise<StepResult> {
  if (!deployment.canary) return { outcome };
  const before = await getRouting(context);
  const canaries = before.canaries.filter((canary) => canary.deployment !== deployment.id);
  if (canaries.length < before.canaries.length) {
    const cause = outcome.problems[0]?.message ?? "the canary failed";
    const next = { ...before, canaries, by: "registry", cause, at: context.now() };
    const routing = await writeRouting(tx, before, next);
    // Somebody else was quicker: the same again from there, in a moment.
    if (!routing) return { outcome: { kind: "wait", detail: "the routing moved meanwhile" } };
    context.log.warn({ deployment: deployment.id, revision: routing.revision, cause }, "canary rolled back");
  }
  return { outcome };
}
