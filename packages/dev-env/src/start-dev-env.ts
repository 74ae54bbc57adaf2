import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOnce, waitUntilServed } from "@sliceway/cli";
import type { Deployment, Release } from "@sliceway/manifest";
import type { RegistryClient } from "@sliceway/registry/client";
import { listChildren, type OnEntry, startPlatform } from "@sliceway/runtime";
import { makeLive } from "./make-live.ts";
import { buildsDir, listSliceDirs, projectDir } from "./project.ts";

export interface DevEnvOptions {
  /** Told of every line that a process writes. */
  onEntry?: OnEntry;
}

/** The whole platform on free ports, in a home of its own. Disposing stops it and removes the home. */
export interface DevEnv extends AsyncDisposable {
  home: string;
  gatewayUrl: string;
  registryUrl: string;
  /** May publish, deploy and route. */
  registry: RegistryClient;
  /** What was built from the working tree and made live. */
  releases: Release[];
  deploy(...releases: Release[]): Promise<Deployment>;
  /** Pids of the servers of a slice's releases that run now. */
  serversOf(slice: string): number[];
}

/** Builds what has changed since the last time, starts the platform and makes all slices live. No demo network. */
export async function startDevEnv({ onEntry }: DevEnvOptions = {}): Promise<DevEnv> {
  await using stack = new AsyncDisposableStack();
  const home = await mkdtemp(join(tmpdir(), "sliceway-home-"));
  stack.defer(() => rm(home, { recursive: true, force: true }));
  const releases: Release[] = [];
  for (const sliceDir of await listSliceDirs()) {
    releases.push(await buildOnce({ projectDir, sliceDir, releasesDir: buildsDir }));
  }
  const platform = stack.use(
    await startPlatform({ home, ports: { gateway: 0, registry: 0 }, ...(onEntry && { onEntry }) }),
  );
  const { registry, gatewayUrl, registryUrl } = platform;
  const deployment = await makeLive(registry, releases);
  if (deployment.state === "failed") throw new Error(JSON.stringify(deployment.problems, null, 2));
  await waitUntilServed(platform, AbortSignal.timeout(60_000));
  const opened = stack.move();
  return {
    home,
    gatewayUrl,
    registryUrl,
    registry,
    releases,
    deploy: (...changed) => makeLive(registry, changed),
    serversOf: (slice) => {
      const children = listChildren(platform.paths.run);
      return children.filter(({ name }) => name.startsWith(`${slice}@`)).map(({ pid }) => pid);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
