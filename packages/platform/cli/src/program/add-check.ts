import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addCheck(program: Command, io: Io): void {
  program
    .command("check")
    .description("Say what a deployment would come to, without deploying.")
    .argument("<slice...>", "as for deploy")
    .option("--json", "print one JSON object, described in packages/platform/cli/README.md", false)
    .addHelpText(
      "after",
      examples("sliceway check posts", "sliceway check posts feeds --json | jq .problems"),
    )
    .action(async (slices: string[], options: { json: boolean }) => {
      const { check } = await import("../commands/check.ts");
      await check(await openContext(io), slices, options);
    });
}
