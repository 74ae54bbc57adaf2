import type { Deployment, DeploymentStep } from "@sliceway/manifest";
import type { Outcome } from "./progress.ts";

const NAMES = ["check", "migrate", "start", "ready", "warm", "shift", "drain"] as const;

/** A deployment at its beginning. `releases` are written like `posts@3f9c2a1b04de`. */
export function beginDeployment(id: string, releases: string[], now: Date): Deployment {
  const createdAt = now.toISOString();
  return { id, releases, state: "running", vector: null, steps: beginSteps(now), problems: [], createdAt };
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
      return { ...deployment, steps: beginSteps(now) };
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
  const state = next === steps.length ? "done" : "running";
  return { ...deployment, state, steps, vector: vector ?? deployment.vector };
}

function mapRunning(
  { steps }: Deployment,
  change: (step: DeploymentStep) => DeploymentStep,
): DeploymentStep[] {
  return steps.map((step) => (step.state === "running" ? change(step) : step));
}

function beginSteps(now: Date): DeploymentStep[] {
  return NAMES.map((name, index) => (index === 0 ? begin(name, now) : waiting(name)));
}

function waiting(name: DeploymentStep["name"]): DeploymentStep {
  return { name, state: "waiting", startedAt: null, ms: null, detail: null };
}

function begin(name: DeploymentStep["name"], now: Date): DeploymentStep {
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
