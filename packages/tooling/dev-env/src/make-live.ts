import { publishRelease, type Signer } from "@sliceway/cli";
import { type Deployment, type Release, releaseRef } from "@sliceway/protocol";
import type { DeploymentManner, RegistryClient } from "@sliceway/protocol/client";
import { sleep } from "@sliceway/service-kit";
import { buildsDir } from "./project.ts";

/** Where releases go, and what they are signed with. */
export interface Publisher {
  registry: RegistryClient;
  sign: Signer;
}

/**
 * Publishes releases and makes them live as one set, or shows them as `manner` says. Resolves to the deployment once it
 * has ended, well or not.
 */
export async function makeLive(
  publisher: Publisher,
  releases: Release[],
  manner: DeploymentManner = {},
): Promise<Deployment> {
  const { registry } = publisher;
  let deployment = await begin(publisher, releases, manner);
  while (deployment.state === "running") {
    await sleep(50);
    deployment = await registry.getDeployment(deployment.id);
  }
  return deployment;
}

/** Publishes releases and begins a deployment of them. */
export async function begin(
  { registry, sign }: Publisher,
  releases: Release[],
  manner: DeploymentManner,
): Promise<Deployment> {
  for (const release of releases) await publishRelease(registry, release, { releasesDir: buildsDir, sign });
  return await registry.createDeployment(releases.map(releaseRef), manner);
}
