import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { readState } from "../platform/read-state.ts";
import { readWholeStatus } from "../status/read-whole-status.ts";
import { renderStatus } from "../status/render-status.ts";
import { watchStatus } from "../status/watch-status.ts";

interface StatusOptions {
  json: boolean;
  watch: boolean;
}

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
    .action(async (options: StatusOptions) => status(await openContext(io), options));
}

/** Says what is live, what runs and why, and what is under way; with `watch` again and again until Ctrl-C. */
async function status(context: Context, { json, watch }: StatusOptions): Promise<void> {
  const { io } = context;
  if (watch) return await watchStatus(context, { json });
  const connection = await connect(context);
  const found = await readWholeStatus(context, connection, await readState(connection.registry));
  if (json) return io.print(JSON.stringify(found, null, 2));
  const width = io.terminal?.columns ?? Infinity;
  for (const line of renderStatus(found, { colors: io.colors, width, now: Date.now() })) io.print(line);
}
