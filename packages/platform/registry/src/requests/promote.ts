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
import { runningStep } from "../reconciliation/deployment/steps.ts";
import { reportSwap } from "../reconciliation/report-swap.ts";
import { applyStep, type StepResult } from "../reconciliation/step-result.ts";
import { widenCanary } from "../reconciliation/widen-canary.ts";
import { Refusal } from "../refusal.ts";
import { type Attempt, attemptChange } from "../routing/commit-change.ts";
import { hasReleaseOf } from "../routing/reach.ts";
import { routingErrors } from "../routing/routing-errors.ts";
import { deploymentErrors } from "./deployment-errors.ts";
import { canaryStays, planPromotion } from "./plan-promotion.ts";

interface Promotion {
  slice: string;
  /** Percent of the visitors; the next step if absent. */
  to: number | undefined;
  by: Caller;
}

/** A promotion of the canary that there was when somebody asked for it. */
interface Attempted extends Promotion {
  seen: Deployment | undefined;
}

/**
 * Moves the slice's canary on without waiting for more samples. To give everybody what everybody has already is no
 * error: then it resolves to the deployment by which it was so. The same if somebody else takes the step meanwhile: two
 * who promote at once move the canary by one. Throws `NO_CANARY` or `CANARY_STAYS`.
 */
export async function promote(context: Context, promotion: Promotion): Promise<Deployment> {
  requireRights(promotion.by, [promotion.slice]);
  const { routing, canaries } = await readCanaries(context, promotion.slice);
  const seen = canaries.find((deployment) => isWaiting(deployment, routing));
  return await attemptChange(context, (attempt) => promoteWithin(attempt, { ...promotion, seen }));
}

async function promoteWithin(attempt: Attempt, promotion: Attempted): Promise<Deployment> {
  const { routing, canaries: all } = await readCanaries(attempt, promotion.slice);
  const { seen } = promotion;
  const canaries = all.filter(({ id }) => seen === undefined || id === seen.id);
  const found = canaries.find((deployment) => isWaiting(deployment, routing));
  if (!found)
    return (await findPromoted(attempt, canaries, routing)) ?? (await whoHasAll(attempt, promotion, routing));
  requireRightsToReleases(promotion.by, found.releases);
  const stored = await lockRunning(attempt.db, found.id);
  // The registry's regular work has it just now.
  if (!stored || !isWaiting(stored.deployment, routing)) throw moved();
  const target = planPromotion(stored.deployment, promotion);
  if (target === null) return stored.deployment;
  const next = applyStep(stored, await move(attempt, stored, { ...promotion, target }), attempt.now());
  const reported = await reportSwap(attempt, stored, next);
  await updateDeployment(attempt.db, reported);
  return reported.deployment;
}

/** Those of the slice that are under way, and the routing. */
async function readCanaries({ db, now }: Context, slice: string) {
  const routing = await readRouting(db, now());
  const running = await listRunningDeployments(db);
  const canaries = running.filter(({ canary, releases }) => canary && hasReleaseOf(releases, slice));
  return { routing, canaries };
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
async function whoHasAll(
  { db }: Attempt,
  { slice, to, seen }: Attempted,
  { live }: Routing,
): Promise<Deployment> {
  const last = await findLastOf(db, slice);
  const isAsked = to === 100 || last?.id === seen?.id;
  if (isAsked && last?.state === "done" && (await holdsReleases(db, live, last.releases))) return last;
  throw noCanary(slice, last);
}

async function move(
  attempt: Attempt,
  stored: StoredDeployment,
  { target, by: { name: by } }: Promotion & { target: number },
): Promise<StepResult> {
  if (target >= 100) return await finish(attempt, stored, by);
  const widened = await widenCanary(attempt, stored, { percent: target, by, cause: "promoted" });
  if (widened.kind === "no-room") throw canaryStays(widened.message);
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

function moved(): Refusal {
  return new Refusal({
    ...routingErrors.ROUTING_MOVED("The canary is being moved just now."),
    fix: "Try again.",
  });
}
