import type { Canary, Deployment } from "@sliceway/protocol";
import type { CanaryStatus } from "./status.ts";

/** How a canary stands that visitors have; none if its deployment has ended since. */
export function describeCanary(
  { deployment: id, releases, vector }: Canary,
  deployments: readonly Deployment[],
): CanaryStatus[] {
  const deployment = deployments.find((one) => one.id === id);
  const stage = deployment?.canary?.stages.at(-1);
  if (!deployment?.canary || !stage) return [];
  const { steps, samples, stepMinutes } = deployment.canary;
  const { percent, startedAt: since, canary, live } = stage;
  const next = steps.find((step) => step > percent) ?? null;
  const plan = { steps, next, samples, stepMinutes };
  return [{ deployment: id, by: deployment.by, releases, vector, percent, since, canary, live, ...plan }];
}
