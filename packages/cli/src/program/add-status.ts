import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addStatus(program: Command, io: Io): void {
  program
    .command("status")
    .description("Show what is live, what runs and why.")
    .option("--json", "print one JSON object, described in packages/cli/README.md", false)
    .addHelpText("after", examples("sliceway status", "sliceway status --json | jq .live"))
    .action(async (options: { json: boolean }) => {
      const { status } = await import("../commands/status.ts");
      await status(await openContext(io), options);
    });
}
