import { parseReleaseRef, releaseRef } from "@sliceway/protocol";
import { currentPercent } from "../canary/stages.ts";
import type { Db } from "../db/db.ts";
import type { StoredDeployment } from "../db/deployments.ts";
import { listGateways } from "../db/gateways.ts";
import { listInstances } from "../db/leases.ts";
import { findRelease } from "../db/releases.ts";
import { listReports } from "../db/reports.ts";
import { problemAt } from "../problem-at.ts";
import type { Attempt } from "../routing/commit-change.ts";
import { compareCanary } from "./compare-canary.ts";
import { advance } from "./deployment/advance.ts";
import type { CanaryFacts, ChangedServer, Facts } from "./deployment/facts.ts";
import type { Outcome, Progress } from "./deployment/progress.ts";
import { stepErrors } from "./deployment/step-errors.ts";
import { openPreview } from "./open-preview.ts";
import { reportSwap } from "./report-swap.ts";
import { shiftRouting } from "./shift-routing.ts";
import { applyStep, type StepResult } from "./step-result.ts";
import { takeCheck } from "./take-check.ts";
import { widenCanary } from "./widen-canary.ts";
import { withdrawCanary } from "./withdraw-canary.ts";

/** A gateway that was silent for longer is not waited for. */
const GATEWAY_SILENCE_MS = 10_000;

/** The deployment after what can be done for its running step now. Writes what belongs to it in the attempt. */
export async function takeStep(attempt: Attempt, before: StoredDeployment): Promise<StoredDeployment> {
  const { stored, facts: canary } = await compareCanary(attempt, before);
  const progress = advance(stored.deployment, await gatherFacts(attempt, stored, canary));
  const next = applyStep(stored, await act(attempt, stored, progress), attempt.now());
  return await reportSwap(attempt, stored, next);
}

/** All that the next step of a deployment is decided by. */
async function gatherFacts(
  { db, now }: Attempt,
  { deployment, shiftedRevision }: StoredDeployment,
  canary: CanaryFacts | null,
): Promise<Facts> {
  const { releases, preview } = deployment;
  return {
    now: now(),
    servers: await listServers(db, releases, preview?.isolated),
    reports: await listReports(db, releases),
    instances: await listInstances(db, now()),
    gateways: await listGateways(db, new Date(now().getTime() - GATEWAY_SILENCE_MS)),
    shiftedRevision,
    canary,
  };
}

/** Those of the releases, given as `slice@id`, that have a server; `isolated` ones migrate as part of their start. */
async function listServers(
  db: Db,
  refs: readonly string[],
  isolated: readonly string[] = [],
): Promise<ChangedServer[]> {
  const releases = await Promise.all(refs.map((ref) => findRelease(db, parseReleaseRef(ref))));
  return releases.flatMap((release) => {
    if (!release?.manifest.server) return [];
    const { slice, id, migrations } = release;
    const isIsolated = isolated.includes(releaseRef(release));
    const hasMigrations = migrations.length > 0 && !isIsolated;
    return [{ slice, release: id, hasMigrations, isolated: isIsolated }];
  });
}

async function act(attempt: Attempt, stored: StoredDeployment, progress: Progress): Promise<StepResult> {
  if (progress.kind === "fail") return withdrawCanary(attempt, stored, progress);
  if (progress.kind !== "act") return { outcome: progress };
  const result = await perform(attempt, stored, progress);
  return result.outcome.kind === "fail" ? withdrawCanary(attempt, stored, result.outcome) : result;
}

type Action = Extract<Progress, { kind: "act" }>;

/** Does what the registry itself has to do for a step. */
async function perform(attempt: Attempt, stored: StoredDeployment, progress: Action): Promise<StepResult> {
  switch (progress.action) {
    case "check":
      return await takeCheck(attempt, stored);
    case "widen":
      return await widen(attempt, stored, progress);
    case "preview":
      return await openPreview(attempt, stored);
    case "shift":
      return await shiftRouting(attempt, stored);
    default:
      return progress satisfies never;
  }
}

async function widen(
  attempt: Attempt,
  stored: StoredDeployment,
  { percent, cause }: Extract<Action, { action: "widen" }>,
): Promise<StepResult> {
  const widened = await widenCanary(attempt, stored, { percent, cause, by: "registry" });
  const has = currentPercent(stored.deployment);
  switch (widened.kind) {
    case "widened":
      return { ...widened.changes, outcome: { kind: "wait", detail: `${percent}% of the visitors` } };
    case "no-room":
      return {
        outcome: has ? { kind: "wait", detail: `${has}%. ${widened.message}` } : noRoom(widened.message),
      };
    case "stale":
      return {
        outcome: has ? { kind: "wait", detail: "the canary was ended just now" } : { kind: "restart" },
      };
    default:
      return widened satisfies never;
  }
}

function noRoom(message: string): Outcome {
  return { kind: "fail", problems: [problemAt(null, stepErrors.NO_ROOM(message))] };
}
