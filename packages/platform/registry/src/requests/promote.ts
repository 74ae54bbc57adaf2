import type { Deployment, Routing } from "@sliceway/protocol";
import { type Caller, requireRights, requireRightsToReleases } from "../access/caller.ts";
import { currentPercent } from "../canary/stages.ts";
import type { Context } from "../context.ts";
import { insertAudit } from "../db/audit.ts";
import {
  findLastOf,
  listRunningDeployments,
  lockRunning,
  type StoredDeployment,
  updateDeployment,
} from "../db/deployments.ts";
import { readRouting } from "../db/routing.ts";
import { holdsReleases } from "../db/vectors.ts";
import { nextStep } from "../reconciliation/deployment/evaluate-canary.ts";
import { runningStep } from "../reconciliation/deployment/steps.ts";
import { applyStep, type StepResult } from "../reconciliation/step-result.ts";
import { widenCanary } from "../reconciliation/widen-canary.ts";
import { Refusal } from "../refusal.ts";
import { type Attempt, attemptChange } from "../routing/commit-change.ts";
import { routingErrors } from "../routing/routing-errors.ts";
import { deploymentErrors } from "./deployment-errors.ts";

interface Promotion {
  slice: string;
  /** Percent of the visitors; the next step if absent. */
  to: number | undefined;
  by: Caller;
}

/**
 * Moves the slice's canary on without waiting for more samples. To give everybody what everybody has already is no
 * error: then it resolves to the deployment by which it was so. Throws `NO_CANARY` or `CANARY_STAYS`.
 */
export async function promote(context: Context, promotion: Promotion): Promise<Deployment> {
  requireRights(promotion.by, [promotion.slice]);
  return await attemptChange(context, (attempt) => promoteWithin(attempt, promotion));
}

async function promoteWithin(attempt: Attempt, promotion: Promotion): Promise<Deployment> {
  const routing = await readRouting(attempt.db, attempt.now());
  const running = await listRunningDeployments(attempt.db);
  const canaries = running.filter(
    ({ canary, releases }) => canary && releases.some((ref) => ref.startsWith(`${promotion.slice}@`)),
  );
  const found = canaries.find((deployment) => isWaiting(deployment, routing));
  if (!found)
    return (await findPromoted(attempt, canaries, routing)) ?? (await whoHasAll(attempt, promotion, routing));
  requireRightsToReleases(promotion.by, found.releases);
  const stored = await lockRunning(attempt.db, found.id);
  // The registry's regular work has it just now.
  if (!stored || !isWaiting(stored.deployment, routing)) throw moved();
  const next = applyStep(stored, await move(attempt, stored, promotion), attempt.now());
  await updateDeployment(attempt.db, next);
  return next.deployment;
}

/** Visitors have it, and more may get it. One that was ended a moment ago may still be at that step. */
function isWaiting(deployment: Deployment, routing: Routing): boolean {
  return hasVisitors(deployment, routing) && runningStep(deployment).name === "canary";
}

function hasVisitors({ id }: Deployment, { canaries }: Routing): boolean {
  return canaries.some(({ deployment }) => deployment === id);
}

/** Somebody was quicker: it is on its way to all, or all have it. */
async function findPromoted(
  { db }: Attempt,
  canaries: readonly Deployment[],
  routing: Routing,
): Promise<Deployment | undefined> {
  for (const canary of canaries)
    if (hasVisitors(canary, routing) || (await holdsReleases(db, routing.live, canary.releases)))
      return canary;
  return undefined;
}

/** A pipeline promotes whether or not it had something to deploy; what was withdrawn meanwhile it must hear of. */
async function whoHasAll({ db }: Attempt, { slice, to }: Promotion, { live }: Routing): Promise<Deployment> {
  const last = await findLastOf(db, slice);
  if (to === 100 && last?.state === "done" && (await holdsReleases(db, live, last.releases))) return last;
  throw noCanary(slice, last);
}

async function move(
  attempt: Attempt,
  stored: StoredDeployment,
  { to, by: { name: by } }: Promotion,
): Promise<StepResult> {
  const { canary } = stored.deployment;
  const percent = currentPercent(stored.deployment) ?? 0;
  const target = to ?? (canary && nextStep(canary, percent)) ?? 100;
  if (target <= percent) throw stays(`It has ${percent}% of the visitors, and nobody is moved back.`);
  if (target >= 100) return await finish(attempt, stored, by);
  const widened = await widenCanary(attempt, stored, { percent: target, by, cause: "promoted" });
  if (widened.kind === "no-room") throw stays(widened.message);
  if (widened.kind !== "widened") throw moved();
  return { ...widened.changes, outcome: { kind: "wait", detail: `promoted to ${target}% by ${by}` } };
}

/** All visitors: the shift does it. */
async function finish(
  { db, now }: Attempt,
  { deployment }: StoredDeployment,
  by: string,
): Promise<StepResult> {
  const { id, releases } = deployment;
  const [from, to] = [currentPercent(deployment), 100].map((percent) => `${releases.join(" ")} ${percent}%`);
  await insertAudit(db, [
    { at: now(), who: by, what: "canary", from, to, cause: "promoted", deployment: id },
  ]);
  return { outcome: { kind: "pass", detail: `promoted by ${by}` } };
}

function noCanary(slice: string, last: Deployment | undefined): Refusal {
  const [problem] = last?.problems ?? [];
  const why = problem ? ` ${last?.releases.join(" ")}: ${problem.message}` : "";
  return new Refusal(
    deploymentErrors.NO_CANARY(`${slice} has no canary that visitors have.${why}`, { slice }),
  );
}

function stays(message: string): Refusal {
  return new Refusal(deploymentErrors.CANARY_STAYS(message));
}

function moved(): Refusal {
  return new Refusal({
    ...routingErrors.ROUTING_MOVED("The canary is being moved just now."),
    fix: "Try again.",
  });
}
