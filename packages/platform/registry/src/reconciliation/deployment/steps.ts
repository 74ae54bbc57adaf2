import type { CanaryPlan, Deployment, DeploymentStep } from "@sliceway/protocol";
import type { Outcome } from "./progress.ts";

type StepName = DeploymentStep["name"];

const PREPARE = ["check", "migrate", "start", "ready", "warm"] as const;
const TAKE_OVER = ["shift", "drain", "retire"] as const;

/** What a deployment is begun with. `releases` are written like `posts@3f9c2a1b04de`. */
export interface DeploymentOrder {
  id: string;
  by: string;
  releases: string[];
  canary?: CanaryPlan | null;
  preview?: Deployment["preview"];
}

/** A deployment at its beginning. */
export function beginDeployment(order: DeploymentOrder, now: Date): Deployment {
  const { id, by, releases, canary = null, preview = null } = order;
  return {
    id,
    by,
    releases,
    state: "running",
    vector: null,
    steps: beginSteps(stepNames(order), now),
    canary: canary && { ...canary, stages: [] },
    preview,
    report: null,
    problems: [],
    createdAt: now.toISOString(),
  };
}

function stepNames({ canary, preview }: DeploymentOrder): StepName[] {
  if (preview) return [...PREPARE, "preview"];
  return canary ? [...PREPARE, "canary", ...TAKE_OVER] : [...PREPARE, ...TAKE_OVER];
}

/** The step that a running deployment is at. */
export function runningStep(deployment: Deployment): DeploymentStep {
  const step = deployment.steps.find(({ state }) => state === "running");
  if (!step) throw new Error(`deployment ${deployment.id} is at no step`);
  return step;
}

/** The deployment after `progress` of its running step. */
export function applyProgress(deployment: Deployment, progress: Outcome, now: Date): Deployment {
  switch (progress.kind) {
    case "wait":
      return {
        ...deployment,
        steps: mapRunning(deployment, (step) => ({ ...step, detail: progress.detail })),
      };
    case "pass":
      return pass(deployment, progress, now);
    case "fail": {
      const steps = mapRunning(deployment, (step) =>
        end(step, "failed", progress.problems[0]?.message ?? null, now),
      );
      return { ...deployment, state: "failed", steps, problems: progress.problems };
    }
    case "restart":
      // The old candidate stays until the check gives the next, so that its servers go on running.
      return { ...deployment, steps: beginSteps(namesOf(deployment), now) };
    default:
      return progress satisfies never;
  }
}

function pass(
  deployment: Deployment,
  { detail, vector }: Extract<Outcome, { kind: "pass" }>,
  now: Date,
): Deployment {
  const next = deployment.steps.indexOf(runningStep(deployment)) + 1;
  const steps = mapRunning(deployment, (step) => end(step, "done", detail, now)).map((step, index) =>
    index === next ? begin(step.name, now) : step,
  );
  // People have it by then; what is left is to let go of what it replaced.
  const state = next === steps.length || steps[next]?.name === "retire" ? "done" : "running";
  return { ...deployment, state, steps, vector: vector ?? deployment.vector };
}

function mapRunning(
  { steps }: Deployment,
  change: (step: DeploymentStep) => DeploymentStep,
): DeploymentStep[] {
  return steps.map((step) => (step.state === "running" ? change(step) : step));
}

function namesOf({ steps }: Deployment): StepName[] {
  return steps.map(({ name }) => name);
}

function beginSteps(names: readonly StepName[], now: Date): DeploymentStep[] {
  return names.map((name, index) => (index === 0 ? begin(name, now) : waiting(name)));
}

function waiting(name: StepName): DeploymentStep {
  return { name, state: "waiting", startedAt: null, ms: null, detail: null };
}

function begin(name: StepName, now: Date): DeploymentStep {
  return { ...waiting(name), state: "running", startedAt: now.toISOString() };
}

function end(
  step: DeploymentStep,
  state: "done" | "failed",
  detail: string | null,
  now: Date,
): DeploymentStep {
  return { ...step, state, detail, ms: now.getTime() - Date.parse(step.startedAt ?? now.toISOString()) };
}
