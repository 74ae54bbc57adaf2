import { join, relative } from "node:path";
import { releaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { getSliceDir } from "../project/get-slice-dir.ts";
import { buildRelease } from "../release/build-release.ts";
import { inStep } from "../report/steps.ts";

/** Builds a slice as it lies in the tree and says where the release is. */
export async function build({ io, project, buildsDir }: Context, slice: string): Promise<void> {
  const sliceDir = getSliceDir(project, slice);
  const release = await inStep(
    io,
    "build",
    (step) => buildRelease({ sliceDir, releasesDir: buildsDir, onStep: step.note }),
    releaseRef,
  );
  io.print(`  ${relative(io.cwd, join(buildsDir, slice, release.id)) || "."}`);
  io.print(`Publish it and make it live: sliceway deploy ${slice}`);
}
