import type { Canary, Deployment, RegistryState } from "@sliceway/protocol";
import type { Overview } from "@sliceway/protocol/client";
import type { Connection } from "./connect.ts";
import { describeSlice } from "./describe-slice.ts";
import { readProcesses } from "./read-processes.ts";
import type { CanaryStatus, Status } from "./status.ts";

/** What is live, what runs and why, and what is under way. `runDir`: where the runtime writes its processes down. */
export async function readStatus(
  { registry, gatewayUrl, registryUrl }: Connection,
  state: RegistryState,
  runDir: string,
): Promise<Status> {
  const [overview, findProcess] = await Promise.all([registry.getOverview(), readProcesses(runDir)]);
  const { routing, wanted } = state;
  const names = new Set([...overview.live, ...wanted].map(({ slice }) => slice));
  const { deployments, live: _, ...rest } = overview;
  const canaries = routing.canaries.flatMap((canary) => describeCanary(canary, deployments));
  return {
    ...rest,
    gatewayUrl,
    registryUrl,
    live: routing.live,
    revision: routing.revision,
    ...sinceOf(overview),
    slices: [...names].sort().map((slice) => ({
      ...describeSlice(slice, overview.live, state, findProcess),
      rollback: routing.rollback[slice] ?? null,
    })),
    canaries,
    previews: Object.entries(routing.previews).map(([name, preview]) => ({ name, ...preview })),
    deployments: deployments.filter(({ id }) => !canaries.some(({ deployment }) => deployment === id)),
    revoked: routing.revoked,
    requestsPerSecond: null,
  };
}

/** What was live before differs from what is now by the release that came last. */
function sinceOf({ live }: Overview): Pick<Status, "since" | "cause"> {
  const [last] = live.toSorted((a, b) => b.since.localeCompare(a.since));
  return { since: last?.since ?? null, cause: last?.cause ?? null };
}

/** How a canary stands that visitors have; none if its deployment has ended since. */
function describeCanary(
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
