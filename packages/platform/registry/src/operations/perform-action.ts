import { currentPercent } from "../canary/stages.ts";
import type { Context } from "../context.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import type { Outcome, Progress } from "../deployment/progress.ts";
import { problemAt } from "../problem-at.ts";
import { checkCandidate } from "./check-candidate.ts";
import { openPreview } from "./open-preview.ts";
import { shiftRouting } from "./shift-routing.ts";
import type { StepResult } from "./take-step.ts";
import { widenCanary } from "./widen-canary.ts";

/** Does what the registry itself has to do for a step, in `tx`. */
export function performAction(
  context: Context,
  tx: Db,
  stored: StoredDeployment,
  progress: Extract<Progress, { kind: "act" }>,
): Promise<StepResult> {
  switch (progress.action) {
    case "check":
      return checkCandidate(context, tx, stored);
    case "widen":
      return widen(context, tx, stored, progress);
    case "preview":
      return openPreview(context, tx, stored);
    case "shift":
      return shiftRouting(context, tx, stored);
    default:
      return progress satisfies never;
  }
}

async function widen(
  context: Context,
  tx: Db,
  stored: StoredDeployment,
  { percent, cause }: { percent: number; cause: string },
): Promise<StepResult> {
  const widened = await widenCanary(context, tx, stored, { percent, cause, by: "registry" });
  const has = currentPercent(stored.deployment);
  switch (widened.kind) {
    case "widened":
      return { ...widened.changes, outcome: { kind: "wait", detail: `${percent}% of the visitors` } };
    case "no-room":
      return {
        outcome: has ? { kind: "wait", detail: `${has}%. ${widened.message}` } : refuse(widened.message),
      };
    case "moved":
      return { outcome: { kind: "wait", detail: "the routing moved meanwhile" } };
    case "unchecked":
      return { outcome: { kind: "restart" } };
    default:
      return widened satisfies never;
  }
}

function refuse(message: string): Outcome {
  const fix = "Promote or roll back another canary, or begin with a smaller share.";
  return { kind: "fail", problems: [problemAt(null, { code: "NO_ROOM", message, fix })] };
}
