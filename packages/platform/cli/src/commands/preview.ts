import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { readPreviewAccess, tellPreview } from "../deployment/tell-preview.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";

export function addPreview(program: Command, io: Io): void {
  program
    .command("preview")
    .description("Print a link to a preview, or end it.")
    .argument("<name>")
    .option("--end", "end it before its time", false)
    .option("--json", "print one JSON object: url, header, token, until", false)
    .addHelpText("after", examples("sliceway preview pr-42", "sliceway preview pr-42 --end"))
    .action(async (name: string, options: { end: boolean; json: boolean }) =>
      preview(await openContext(io), name, options),
    );
}

/** Prints a link to a preview, or ends it. Throws SlicewayError: `NOT_RUNNING`, `PREVIEW_UNKNOWN`. */
async function preview(
  context: Context,
  name: string,
  { end, json }: { end: boolean; json: boolean },
): Promise<void> {
  const { io } = context;
  const connection = await connect(context);
  if (end) {
    await connection.registry.endPreview(name);
    io.print(`The preview ${name} is over; who looks at it gets what is live with the next page.`);
  } else if (json) io.print(JSON.stringify(await readPreviewAccess(connection, name), null, 2));
  else await tellPreview(context, connection, { name });
}
