import type { Command } from "commander";
import type { NewOptions } from "../commands/new.ts";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addNew(program: Command, io: Io): void {
  program
    .command("new")
    .description("Write a slice that runs and deploys at once, to make your own of.")
    .argument("<name>", "words of a-z and 0-9, joined by hyphens: photo-albums")
    .option("--title <title>", "what people read in the navigation; else made of the name")
    .option("--dry-run", "say what would be written, and write nothing", false)
    .option("--no-install", "leave `npm install` to you")
    .addHelpText(
      "after",
      examples("sliceway new photo-albums", 'sliceway new photo-albums --title "Albums" --dry-run'),
    )
    .action(async (name: string, options: NewOptions) => {
      const { newSlice } = await import("../commands/new.ts");
      await newSlice(await openContext(io), name, options);
    });
}
