import { releaseRef } from "@sliceway/protocol";
import type { Platform } from "@sliceway/runtime";
import type { Context } from "../context.ts";
import { followDeployment } from "../deployment/follow-deployment.ts";
import { publishRelease } from "../release/publish-release.ts";
import { inStep } from "../report/steps.ts";
import { createSigner } from "../signing/create-signer.ts";
import { buildAll } from "./build-all.ts";

/** Builds everything as it lies in the tree and makes it live as one set. */
export async function firstStart(
  context: Context,
  { registry, paths: home }: Platform,
  signal: AbortSignal,
): Promise<void> {
  const releases = await buildAll(context, signal);
  const { buildsDir: releasesDir } = context;
  const sign = createSigner({ home, registry, isAdministrator: true });
  await inStep(
    context.io,
    "publish",
    async (step) => {
      for (const release of releases) {
        step.note(releaseRef(release));
        await publishRelease(registry, release, { releasesDir, sign });
      }
    },
    () => `${releases.length} releases`,
  );
  const deployment = await registry.createDeployment(releases.map(releaseRef).sort());
  await followDeployment({ ...context, io: { ...context.io, signal } }, registry, deployment);
}
