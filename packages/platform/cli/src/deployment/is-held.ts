import type { Deployment } from "@sliceway/protocol";

/** Whether a canary has come to the last of its steps, and goes on only when somebody promotes it. */
export function isHeld({ state, steps, canary }: Deployment): boolean {
  const percent = canary?.stages.at(-1)?.percent;
  const isOut = steps.some((step) => step.name === "canary" && step.state === "running");
  return (
    state === "running" && isOut && percent !== undefined && !canary?.steps.some((step) => step > percent)
  );
}
