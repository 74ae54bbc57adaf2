import type { Deployment, DeploymentStep } from "@sliceway/protocol";

type StepName = DeploymentStep["name"];
type Fits = (deployment: Deployment) => boolean;

/** A deployment's step by its name; not every deployment has each. */
export function stepOf({ steps }: Deployment, name: StepName): DeploymentStep | undefined {
  return steps.find((step) => step.name === name);
}

export const isAt =
  (name: StepName): Fits =>
  (deployment) =>
    stepOf(deployment, name)?.state === "running";

export const hasDone =
  (name: StepName): Fits =>
  (deployment) =>
    stepOf(deployment, name)?.state === "done";

/** At a step that has said what it waits for. */
export const isWaitingAt =
  (name: StepName): Fits =>
  (deployment) =>
    isAt(name)(deployment) && stepOf(deployment, name)?.detail !== null;
