import type { Command } from "commander";
import type { StatusOptions } from "../commands/status.ts";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addStatus(program: Command, io: Io): void {
  program
    .command("status")
    .description("Show what is live, what runs and why, and what is under way.")
    .option("-w, --watch", "go on showing it, as it changes, until Ctrl-C", false)
    .option("--json", "print one JSON object, described in packages/platform/cli/README.md", false)
    .addHelpText(
      "after",
      examples("sliceway status", "sliceway status --watch", "sliceway status --json | jq .live"),
    )
    .action(async (options: StatusOptions) => {
      const { status } = await import("../commands/status.ts");
      await status(await openContext(io), options);
    });
}
