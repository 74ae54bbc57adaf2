import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addDev(program: Command, io: Io): void {
  program
    .command("dev")
    .description("Work on one slice within the platform that runs: what is saved shows, to who has the link.")
    .argument("<slice>", "the slice, as it lies in the tree")
    .option("--name <name>", "of your preview, where somebody else works on the same slice")
    .addHelpText("after", examples("sliceway dev posts", "sliceway dev posts --name alice"))
    .action(async (slice: string, options: { name?: string }) => {
      const { dev } = await import("../commands/dev.ts");
      await dev(await openContext(io), slice, options);
    });
}
