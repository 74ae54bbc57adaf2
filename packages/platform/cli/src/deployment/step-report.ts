import type { CanaryStage, Deployment, DeploymentStep } from "@sliceway/protocol";
import type { Io } from "../io.ts";
import { renderFigures } from "../report/render-figures.ts";
import { type Step, startStep } from "../report/steps.ts";

/**
 * Shows a deployment's steps, each once when it has ended, and of a canary each share that it had. `show` takes every
 * newer view of the same deployment; what had ended in the view `known` is not told again.
 */
export function createStepReport(io: Io, known?: Deployment): { show(deployment: Deployment): void } {
  let told = known ? endedSteps(known).length : 0;
  let stagesTold = known ? passedStages(known).length : 0;
  let current: Step | undefined;

  function begin(name: string): Step {
    current ??= startStep(io, name);
    return current;
  }

  function end(name: string, tell: (step: Step) => void): void {
    tell(begin(name));
    current = undefined;
  }

  function showStages(deployment: Deployment): void {
    const stages = passedStages(deployment);
    for (const stage of stages.slice(stagesTold))
      end("canary", (step) => step.done(describe(stage), stage.ms ?? 0));
    stagesTold = stages.length;
  }

  function showSteps(deployment: Deployment): void {
    const ended = endedSteps(deployment);
    for (const { name, state, detail, ms } of ended.slice(told)) {
      const line = detail?.split("\n")[0] ?? "";
      end(name, (step) => (state === "done" ? step.done(line, ms ?? 0) : step.fail(line, ms ?? 0)));
    }
    told = ended.length;
  }

  return {
    show: (deployment) => {
      const { steps, state } = deployment;
      if (endedSteps(deployment).length < told) {
        end("shift", (step) => step.fail("routing moved meanwhile; checking against what is live now"));
        told = 0;
      }
      if (isAt(deployment, "canary")) showStages(deployment);
      showSteps(deployment);
      const running = steps.find((step) => step.state === "running");
      if (running && state === "running") begin(running.name).note(running.detail ?? "");
    },
  };
}

/** That what was replaced has retired is no news to who waits for the new. */
function endedSteps({ steps }: Deployment): DeploymentStep[] {
  return steps.filter(({ name, state }) => name !== "retire" && (state === "done" || state === "failed"));
}

/** The shares that are over; the one at which a canary failed is told with its failure. */
function passedStages({ canary }: Deployment): CanaryStage[] {
  return canary?.stages.filter(({ ms }) => ms !== null) ?? [];
}

function isAt({ steps }: Deployment, name: string): boolean {
  return steps.some((step) => step.name === name && step.state === "running");
}

function describe({ percent, canary, live }: CanaryStage): string {
  return `${percent}%: ${renderFigures(canary)}; live ${renderFigures(live)}`;
}
