import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addBuild(program: Command, io: Io): void {
  program
    .command("build")
    .description("Build a release without publishing it.")
    .argument("<slice>", "a folder of slices/, or shell")
    .addHelpText("after", examples("sliceway build posts"))
    .action(async (slice: string) => {
      const { build } = await import("../commands/build.ts");
      await build(await openContext(io), slice);
    });
}
