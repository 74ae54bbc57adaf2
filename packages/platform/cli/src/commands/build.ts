import { join, relative } from "node:path";
import { releaseRef } from "@sliceway/protocol";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { getSliceDir } from "../project/get-slice-dir.ts";
import { buildRelease } from "../release/build-release.ts";
import { tellWarnings } from "../release/tell-warnings.ts";
import { inStep } from "../report/steps.ts";

export function addBuild(program: Command, io: Io): void {
  program
    .command("build")
    .description("Build a release without publishing it.")
    .argument("<slice>", "a folder of slices/, or shell")
    .addHelpText("after", examples("sliceway build posts"))
    .action(async (slice: string) => build(await openContext(io), slice));
}

/** Builds a slice as it lies in the tree and says where the release is. */
async function build(context: Context, slice: string): Promise<void> {
  const { io, project, buildsDir } = context;
  const sliceDir = getSliceDir(project, slice);
  const release = await inStep(
    io,
    "build",
    (step) => buildRelease({ sliceDir, releasesDir: buildsDir, onStep: step.note }),
    releaseRef,
  );
  await tellWarnings(context, release);
  io.print(`  ${relative(io.cwd, join(buildsDir, slice, release.id)) || "."}`);
  io.print(`Publish it and make it live: sliceway deploy ${slice}`);
}
