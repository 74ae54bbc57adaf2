import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addPreview(program: Command, io: Io): void {
  program
    .command("preview")
    .description("Print a link to a preview, or end it.")
    .argument("<name>")
    .option("--end", "end it before its time", false)
    .option("--json", "print one JSON object: url, header, token, until", false)
    .addHelpText("after", examples("sliceway preview pr-42", "sliceway preview pr-42 --end"))
    .action(async (name: string, options: { end: boolean; json: boolean }) => {
      const { preview } = await import("../commands/preview.ts");
      await preview(await openContext(io), name, options);
    });
}
