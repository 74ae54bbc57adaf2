import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { renderHistory } from "../report/render-history.ts";

export function addHistory(program: Command, io: Io): void {
  program
    .command("history")
    .description("Show who changed what: releases, deployments, canaries, rollbacks.")
    .option("--json", "print one JSON array", false)
    .addHelpText("after", examples("sliceway history", "sliceway history --json | jq '.[0]'"))
    .action(async (options: { json: boolean }) => history(await openContext(io), options));
}

/** Says who changed what, newest first. Throws SlicewayError `NOT_RUNNING`. */
async function history(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const { registry } = await connect(context);
  const entries = await registry.listAudit();
  if (json) io.print(JSON.stringify(entries, null, 2));
  else for (const line of renderHistory(entries, io.colors)) io.print(line);
}
