import { endStage } from "../canary/stages.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import type { Outcome } from "./deployment/progress.ts";
import { applyProgress, runningStep } from "./deployment/steps.ts";

/** What came of a step, and what of the stored deployment is other than before. */
export type StepResult = Partial<StoredDeployment> & { outcome: Outcome };

/** The stored deployment with a step's result in it. */
export function applyStep(
  stored: StoredDeployment,
  { outcome, ...changes }: StepResult,
  now: Date,
): StoredDeployment {
  const { deployment = stored.deployment } = changes;
  const isOver = runningStep(deployment).name === "canary" && outcome.kind !== "wait";
  const after = applyProgress(isOver ? endStage(deployment, now) : deployment, outcome, now);
  return { ...stored, ...changes, deployment: after };
}
