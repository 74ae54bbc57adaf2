import { type Release, releaseRef } from "@sliceway/manifest";
import type { Platform } from "@sliceway/runtime";
import type { Context } from "../context.ts";
import { followDeployment } from "../deployment/follow-deployment.ts";
import { buildOnce } from "../release/build-once.ts";
import { publishRelease } from "../release/publish-release.ts";
import { inStep } from "../report/steps.ts";

/** Builds every slice and the shell, and makes them live as one set. */
export async function deployAll(context: Context, { registry }: Platform): Promise<void> {
  const { io, project, buildsDir } = context;
  const releases: Release[] = [];
  for (const [slice, sliceDir] of project.slices) {
    const options = { projectDir: project.dir, sliceDir, releasesDir: buildsDir };
    const release = await inStep(
      io,
      "build",
      (step) => buildOnce({ ...options, onStep: (part) => step.note(`${slice}: ${part}`) }),
      releaseRef,
    );
    releases.push(release);
  }
  await inStep(
    io,
    "publish",
    () => Promise.all(releases.map((release) => publishRelease(registry, release, buildsDir))),
    () => `${releases.length} releases`,
  );
  await followDeployment(context, registry, await registry.createDeployment(releases.map(releaseRef)));
}
