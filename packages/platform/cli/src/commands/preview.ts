import type { Context } from "../context.ts";
import { readPreviewAccess, tellPreview } from "../deployment/tell-preview.ts";
import { connect } from "../platform/connect.ts";

/** Prints a link to a preview, or ends it. Throws SlicewayError: `NOT_RUNNING`, `PREVIEW_UNKNOWN`. */
export async function preview(
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
