import { currentPercent, endStage } from "../canary/stages.ts";
import type { Context } from "../context.ts";
import { listServers } from "../db/changed-servers.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { listGateways } from "../db/gateways.ts";
import { listInstances } from "../db/leases.ts";
import { listReports } from "../db/reports.ts";
import { advance } from "../deployment/advance.ts";
import type { CanaryFacts, Facts } from "../deployment/facts.ts";
import type { Outcome, Progress } from "../deployment/progress.ts";
import { applyProgress, runningStep } from "../deployment/steps.ts";
import { problemAt } from "../problem-at.ts";
import { checkCandidate } from "./check-candidate.ts";
import { compareCanary } from "./compare-canary.ts";
import { openPreview } from "./open-preview.ts";
import { reportSwap } from "./report-swap.ts";
import { shiftRouting } from "./shift-routing.ts";
import { widenCanary } from "./widen-canary.ts";
import { withdrawCanary } from "./withdraw-canary.ts";

/** A gateway that was silent for longer is not waited for. */
const GATEWAY_SILENCE_MS = 10_000;

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
  const result = await perform(context, tx, stored, progress);
  return result.outcome.kind === "fail" ? withdrawCanary(context, tx, stored, result.outcome) : result;
}

function perform(
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

async function gatherFacts(
  { now }: Context,
  tx: Db,
  { deployment, shiftedRevision }: StoredDeployment,
  canary: CanaryFacts | null,
): Promise<Facts> {
  const { releases, preview } = deployment;
  return {
    now: now(),
    servers: await listServers(tx, releases, preview?.isolated),
    reports: await listReports(tx, releases),
    instances: await listInstances(tx, now()),
    gateways: await listGateways(tx, new Date(now().getTime() - GATEWAY_SILENCE_MS)),
    shiftedRevision,
    canary,
  };
}
