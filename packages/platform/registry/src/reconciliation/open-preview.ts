import type { StoredDeployment } from "../db/deployments.ts";
import { holdDevSession } from "../db/dev-sessions.ts";
import { problemAt } from "../problem-at.ts";
import { deploymentErrors } from "../requests/deployment-errors.ts";
import { type Attempt, changeRouting } from "../routing/commit-change.ts";
import type { StepResult } from "./step-result.ts";

/** Lets those see the candidate who carry an override of the preview's name; another of that name is replaced. */
export async function openPreview(attempt: Attempt, candidate: StoredDeployment): Promise<StepResult> {
  const { preview } = candidate.deployment;
  if (preview?.dev && (await holdDevSession(attempt.db, preview.name, attempt.now()))?.id !== preview.dev)
    return over(preview.name);
  const result = await changeRouting(attempt, { kind: "open-preview", candidate });
  if (result.kind === "refuse") throw result.refusal;
  if (result.kind !== "written") return { outcome: { kind: "restart" } };
  return { outcome: { kind: "pass", detail: `${preview?.name} until ${preview?.until}` } };
}

function over(name: string): StepResult {
  const message = `Nobody works under the name ${name} any more.`;
  const problem = problemAt(null, deploymentErrors.DEV_OVER(message));
  return { outcome: { kind: "fail", problems: [problem] } };
}
