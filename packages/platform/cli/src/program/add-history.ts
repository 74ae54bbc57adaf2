import type { Command } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addHistory(program: Command, io: Io): void {
  program
    .command("history")
    .description("Show who changed what: releases, deployments, canaries, rollbacks.")
    .option("--json", "print one JSON array", false)
    .addHelpText("after", examples("sliceway history", "sliceway history --json | jq '.[0]'"))
    .action(async (options: { json: boolean }) => {
      const { history } = await import("../commands/history.ts");
      await history(await openContext(io), options);
    });
}
