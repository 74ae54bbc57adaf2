import { releaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import type { Connection } from "../platform/connect.ts";
import type { Live } from "../platform/live.ts";
import { buildOnce } from "../release/build-once.ts";
import { publishRelease } from "../release/publish-release.ts";
import { inStep } from "../report/steps.ts";
import type { Target } from "./parse-targets.ts";

/** Sees to it that the registry has the release; builds and publishes it if need be. Answers with its name. */
export async function prepareTarget(
  { io, project, buildsDir }: Context,
  { registry, sign }: Connection,
  target: Target,
  live: Live,
): Promise<{ slice: string; id: string }> {
  if (target.kind === "release") return target;
  const { slice, sliceDir } = target;
  const options = { projectDir: project.dir, sliceDir, releasesDir: buildsDir };
  const release = await inStep(
    io,
    "build",
    (step) => buildOnce({ ...options, onStep: (part) => step.note(`${slice}: ${part}`) }),
    releaseRef,
  );
  if (live.releases[slice] === release.id) return release;
  await inStep(
    io,
    "publish",
    () => publishRelease(registry, release, { releasesDir: buildsDir, sign }),
    (outcome) => (outcome === "known" ? "the registry has it already" : `${release.files.length} files`),
  );
  return release;
}
