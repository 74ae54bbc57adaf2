import type { Deployment, DeploymentStep } from "@sliceway/protocol";
import { problemAt } from "../../problem-at.ts";
import { evaluateCanary, failEnded } from "./evaluate-canary.ts";
import { evaluateDrained, evaluateWarm } from "./evaluate-gateways.ts";
import { evaluateMigrated, evaluateReady, evaluateStarted } from "./evaluate-servers.ts";
import type { Facts } from "./facts.ts";
import type { Progress } from "./progress.ts";
import { stepErrors } from "./step-errors.ts";
import { runningStep } from "./steps.ts";

type StepName = DeploymentStep["name"];

/** How long a step may take before the deployment fails. Migrations may move a lot of data; a canary has its own times. */
const PATIENCE_MS: Record<StepName, number> = {
  check: 2 * 60_000,
  migrate: 30 * 60_000,
  start: 2 * 60_000,
  ready: 2 * 60_000,
  warm: 60_000,
  canary: Number.POSITIVE_INFINITY,
  preview: 2 * 60_000,
  shift: 2 * 60_000,
  drain: 60_000,
  retire: Number.POSITIVE_INFINITY,
};

/** Says what comes next for a running deployment. Pure: whatever is to be done is done by the caller. */
export function advance(deployment: Deployment, facts: Facts): Progress {
  const step = runningStep(deployment);
  const progress = evaluate(step.name, deployment, facts);
  return isOverdue(step, facts.now) ? endWaiting(step, progress) : progress;
}

function evaluate(name: StepName, deployment: Deployment, facts: Facts): Progress {
  switch (name) {
    case "check":
      return { kind: "act", action: "check" };
    case "migrate":
      return evaluateMigrated(deployment, facts);
    case "start":
      return evaluateStarted(deployment, facts);
    case "ready":
      return evaluateReady(deployment, facts);
    case "warm":
      return evaluateWarm(deployment, facts);
    case "canary":
      return evaluateCanary(deployment, facts);
    case "preview":
    case "shift":
      return whenServed(name, deployment, facts);
    case "drain":
      return evaluateDrained(facts);
    case "retire":
      return { kind: "wait", detail: "until nobody holds on to what was live" };
    default:
      return name satisfies never;
  }
}

/** Of a canary, the vector may have been made anew a moment ago: what is live has moved. */
function whenServed(action: "shift" | "preview", deployment: Deployment, facts: Facts): Progress {
  const { canary } = facts;
  if (canary?.endedBecause && !canary.isLive) return failEnded(canary.endedBecause);
  const ready = evaluateReady(deployment, facts);
  const warm = ready.kind === "pass" ? evaluateWarm(deployment, facts) : ready;
  return warm.kind === "pass" ? { kind: "act", action } : warm;
}

function isOverdue({ name, startedAt }: DeploymentStep, now: Date): boolean {
  return startedAt !== null && now.getTime() - Date.parse(startedAt) > PATIENCE_MS[name];
}

/** What the registry itself failed to do for so long is given up as well. */
function endWaiting({ name }: DeploymentStep, progress: Progress): Progress {
  if (progress.kind !== "wait" && progress.kind !== "act") return progress;
  const detail = progress.kind === "wait" ? progress.detail : "the registry could not do it";
  // The vector is live by then: a gateway that hangs does not make that undone.
  if (name === "drain") return { kind: "pass", detail: `no longer ${detail}` };
  const problem = problemAt(null, stepErrors.STEP_OVERDUE(`The step "${name}" took too long: ${detail}.`));
  return { kind: "fail", problems: [problem] };
}
