import { type Deployment, type Release, releaseRef } from "@sliceway/protocol";
import type { ReleaseSketch } from "../../src/testing/make-release.ts";
import { publish } from "../../src/testing/publish-build.ts";
import type { TestRegistry } from "../../src/testing/start-test-registry.ts";
import { hasDone } from "./step-of.ts";
import { waitForDeployment } from "./wait-for-deployment.ts";

/** Publishes a release whose migrations have run and whose server is ready. */
export async function makeReady(
  registry: TestRegistry,
  slice: string,
  sketch: ReleaseSketch,
): Promise<Release> {
  const release = await publish(registry.client, slice, sketch);
  await startServer(registry, release);
  return release;
}

/** Opens the lease of a release's server, or opens it again after time went by. */
export async function startServer({ service }: TestRegistry, { slice, id }: Release): Promise<void> {
  const lease = { slice, release: id, instance: `${slice}-${id}`, url: "http://127.0.0.1:1" };
  await service.openLease({ ...lease, state: "ready" });
}

/** Deploys as one set, migrating as a runtime would, and resolves when that has ended. */
export async function deploy(registry: TestRegistry, ...releases: Release[]): Promise<Deployment> {
  const { client, service } = registry;
  const { id } = await client.createDeployment(releases.map(releaseRef));
  const isPast = (deployment: Deployment) => deployment.state !== "running" || hasDone("check")(deployment);
  const checked = await waitForDeployment(registry, id, isPast);
  if (checked.state === "failed") return checked;
  for (const release of releases.filter(({ migrations }) => migrations.length > 0))
    await service.reportMigrated(release.slice, release.id, { ok: true });
  return await waitForDeployment(registry, id, ({ state }) => state !== "running");
}

/** A new release of a slice, ready and deployed. */
export async function goLive(registry: TestRegistry, slice: string, sketch: ReleaseSketch): Promise<Release> {
  const release = await makeReady(registry, slice, sketch);
  const { state, problems } = await deploy(registry, release);
  if (state !== "done") throw new Error(JSON.stringify(problems, null, 1));
  return release;
}
