import type { TestPostgres } from "@sliceway/postgres/testing";
import { type Deployment, type Release, type Routing, releaseRef } from "@sliceway/protocol";
import { countBuckets } from "../../src/canary/bucket-ranges.ts";
import type { ReleaseSketch } from "../../src/testing/make-release.ts";
import { publish } from "../../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../../src/testing/start-test-registry.ts";
import { notes, people } from "./sketches.ts";
import { hasDone } from "./step-of.ts";
import { TestGateway } from "./test-gateway.ts";
import { waitForDeployment } from "./wait-for-deployment.ts";

export interface Platform extends AsyncDisposable {
  registry: TestRegistry;
  gateway: TestGateway;
  live: string;
}

/** People and notes are live, and a gateway reports. */
export async function startCanaryPlatform(postgres: TestPostgres): Promise<Platform> {
  const registry = await startTestRegistry(postgres);
  const gateway = new TestGateway(registry);
  const releases = [await release(registry, "people", people), await release(registry, "notes", notes)];
  const { id } = await registry.client.createDeployment(releases.map(releaseRef));
  const { vector } = await waitForDeployment(registry, id, isDone);
  await gateway.report();
  return {
    registry,
    gateway,
    live: vector ?? "",
    [Symbol.asyncDispose]: () => registry[Symbol.asyncDispose](),
  };
}

/** Published, with a server that is ready at once. */
export async function release(
  registry: TestRegistry,
  slice: string,
  sketch: ReleaseSketch,
): Promise<Release> {
  const published = await publish(registry.client, slice, sketch);
  await openLease(registry, slice, published.id);
  return published;
}

async function openLease({ service }: TestRegistry, slice: string, release: string): Promise<void> {
  const lease = { slice, release, instance: `${slice}-${release}` };
  await service.openLease({ ...lease, url: "http://127.0.0.1:1", state: "ready" });
}

/** Time for a step to be long enough; the servers renew their leases meanwhile. */
export async function passStep(registry: TestRegistry, ...releases: Release[]): Promise<void> {
  registry.passMs(5_000);
  for (const { slice, id } of releases) await openLease(registry, slice, id);
}

export const isDone = ({ state }: Deployment) => state === "done";
export const isFailed = ({ state }: Deployment) => state === "failed";
export const percentOf = ({ canary }: Deployment) => canary?.stages.at(-1)?.percent ?? 0;
export const shareOf = ({ canaries }: Routing) => canaries.map(({ ranges }) => countBuckets(ranges) / 100);

/** Begins a canary of a changed release and waits until visitors have it. */
export async function beginCanary(
  { registry, gateway }: Platform,
  [slice, sketch]: [string, ReleaseSketch],
  steps: number[],
) {
  const published = await release(registry, slice, sketch);
  const { id } = await registry.client.createDeployment([releaseRef(published)], { canary: { steps } });
  await waitForDeployment(registry, id, ({ vector }) => vector !== null);
  await gateway.report();
  const deployment = await waitForDeployment(registry, id, (one) => percentOf(one) > 0);
  return { id, vector: deployment.vector ?? "", release: published };
}

export async function setLive(platform: Platform, releases: Release[]): Promise<Deployment> {
  const { registry, gateway } = platform;
  const { id } = await registry.client.createDeployment(releases.map(releaseRef));
  await waitForDeployment(registry, id, ({ vector }) => vector !== null);
  await gateway.report();
  await waitForDeployment(registry, id, hasDone("shift"));
  await gateway.report();
  return await waitForDeployment(registry, id, isDone);
}
