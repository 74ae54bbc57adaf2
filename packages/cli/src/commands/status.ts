import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";
import { readStatus } from "../platform/read-status.ts";
import { renderStatus } from "../report/render-status.ts";

/** Says what is live, what runs and why. */
export async function status(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const found = await readStatus(await connect(context), context.home.run);
  if (json) io.print(JSON.stringify(found, null, 2));
  else for (const line of renderStatus(found, io.colors)) io.print(line);
}
