import { publishRelease } from "@sliceway/cli";
import { type Deployment, type Release, releaseRef } from "@sliceway/manifest";
import type { RegistryClient } from "@sliceway/registry/client";
import { sleep } from "@sliceway/service-kit";
import { buildsDir } from "./project.ts";

/** Publishes releases and makes them live as one set. Resolves to the deployment once it has ended, well or not. */
export async function makeLive(registry: RegistryClient, releases: Release[]): Promise<Deployment> {
  for (const release of releases) await publishRelease(registry, release, buildsDir);
  let deployment = await registry.createDeployment(releases.map(releaseRef));
  while (deployment.state === "running") {
    await sleep(50);
    deployment = await registry.getDeployment(deployment.id);
  }
  return deployment;
}
