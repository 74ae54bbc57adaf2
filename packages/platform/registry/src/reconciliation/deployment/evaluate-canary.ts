import type { CanaryPlan, CanaryStage, Deployment, Figures } from "@sliceway/protocol";
import { findWorse } from "../../canary/find-worse.ts";
import { problemAt } from "../../problem-at.ts";
import { evaluateReady } from "./evaluate-servers.ts";
import type { CanaryFacts, Facts } from "./facts.ts";
import type { Progress } from "./progress.ts";
import { stepErrors } from "./step-errors.ts";

/** Time for pages to come up and say that they crashed, however many requests there are. */
const SHORTEST_STEP_MS = 5_000;

/** Lets ever more visitors have the candidate, unless it is worse than what is live. */
export function evaluateCanary(deployment: Deployment, facts: Facts): Progress {
  const { canary } = facts;
  if (!deployment.canary || !canary || canary.isLive) return { kind: "pass", detail: "live already" };
  if (canary.endedBecause !== null) return failEnded(canary.endedBecause);
  const ready = evaluateReady(deployment, facts);
  const stage = deployment.canary.stages.at(-1);
  if (ready.kind === "fail" || (ready.kind === "wait" && !stage)) return ready;
  return stage
    ? evaluateStage(stage, deployment.canary, canary)
    : goTo(deployment.canary.steps[0] ?? 100, "it begins");
}

function evaluateStage({ percent }: CanaryStage, plan: CanaryPlan, facts: CanaryFacts): Progress {
  const worse = findWorse(facts.figures, facts.liveFigures, plan.samples);
  if (worse !== null) return { kind: "fail", problems: [canaryWorse(percent, worse)] };
  const next = nextStep(plan, percent);
  const seen = `${percent}%: ${renderFigures(facts.figures)}; live ${renderFigures(facts.liveFigures)}`;
  if (next !== null && mayGoOn(plan, facts)) return goTo(next, seen);
  return { kind: "wait", detail: `${seen}; ${whatFor(next, plan, facts)}` };
}

/** The percent that comes after `percent`; null if somebody has to say it. */
export function nextStep({ steps }: CanaryPlan, percent: number): number | null {
  return steps.find((step) => step > percent) ?? null;
}

function goTo(percent: number, cause: string): Progress {
  return percent >= 100 ? { kind: "pass", detail: cause } : { kind: "act", action: "widen", percent, cause };
}

/** With enough requests, or when the step's time is over and not one has failed. */
function mayGoOn({ samples, stepMinutes }: CanaryPlan, { figures, elapsedMs }: CanaryFacts): boolean {
  if (elapsedMs < SHORTEST_STEP_MS) return false;
  if (figures.requests >= samples) return true;
  return elapsedMs >= stepMinutes * 60_000 && figures.failed === 0;
}

function whatFor(next: number | null, { samples }: CanaryPlan, { figures, elapsedMs }: CanaryFacts): string {
  if (next === null) return "held until it is promoted";
  if (figures.requests >= samples || elapsedMs < SHORTEST_STEP_MS) return `then ${next}%`;
  return `then ${next}%, after ${samples} requests`;
}

/** `250 requests, 1 failed (0.4%), p95 70 ms` */
export function renderFigures({ requests, failed, p95Ms }: Figures): string {
  const share = requests === 0 ? "" : ` (${((100 * failed) / requests).toFixed(1)}%)`;
  const p95 = p95Ms === null ? "" : `, p95 ${p95Ms} ms`;
  return `${requests} requests, ${failed} failed${share}${p95}`;
}

export function failEnded(reason: string): Progress {
  const problem = problemAt(null, stepErrors.CANARY_ENDED(`The canary was ended: ${reason}.`));
  return { kind: "fail", problems: [problem] };
}

function canaryWorse(percent: number, reason: string) {
  return problemAt(
    null,
    stepErrors.CANARY_WORSE(`The canary was rolled back at ${percent}% of the visitors: ${reason}.`),
  );
}
