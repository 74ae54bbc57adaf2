import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addPromote(program: Command, io: Io): void {
  program
    .command("promote")
    .description("Give a slice's canary its next share of the visitors.")
    .argument("<slice>")
    .option("--to <percent>", "that share; 100 makes it live")
    .addHelpText("after", examples("sliceway promote posts", "sliceway promote posts --to 100"))
    .action(async (slice: string, options: { to?: string }) => {
      const { promote } = await import("../commands/promote.ts");
      await promote(await openContext(io), slice, options);
    });
}
