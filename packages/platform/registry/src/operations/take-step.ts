import { endStage } from "../canary/stages.ts";
import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { advance } from "../deployment/advance.ts";
import type { Outcome, Progress } from "../deployment/progress.ts";
import { applyProgress, runningStep } from "../deployment/steps.ts";
import { compareCanary } from "./compare-canary.ts";
import { gatherFacts } from "./gather-facts.ts";
import { performAction } from "./perform-action.ts";
import { reportSwap } from "./report-swap.ts";
import { withdrawCanary } from "./withdraw-canary.ts";

/** What came of a step, and what of the stored deployment is other than before. */
export type StepResult = Partial<StoredDeployment> & { outcome: Outcome };

/** The deployment after what can be done for its running step now. Writes what belongs to it in `tx`. */
export async function takeStep(
  context: Context,
  tx: Db,
  before: StoredDeployment,
): Promise<StoredDeployment> {
  const { stored, facts: canary } = await compareCanary(context, tx, before);
  const progress = advance(stored.deployment, await gatherFacts(context, tx, stored, canary));
  const next = applyStep(context, stored, await act(context, tx, stored, progress));
  return await reportSwap(context, tx, stored, next);
}

/** The stored deployment with a step's result in it. */
export function applyStep(
  { now }: Context,
  stored: StoredDeployment,
  { outcome, ...changes }: StepResult,
): StoredDeployment {
  const { deployment = stored.deployment } = changes;
  const isOver = runningStep(deployment).name === "canary" && outcome.kind !== "wait";
  const after = applyProgress(isOver ? endStage(deployment, now()) : deployment, outcome, now());
  return { ...stored, ...changes, deployment: after };
}

async function act(
  context: Context,
  tx: Db,
  stored: StoredDeployment,
  progress: Progress,
): Promise<StepResult> {
  if (progress.kind === "fail") return withdrawCanary(context, tx, stored, progress);
  if (progress.kind !== "act") return { outcome: progress };
  const result = await performAction(context, tx, stored, progress);
  return result.outcome.kind === "fail" ? withdrawCanary(context, tx, stored, result.outcome) : result;
}
