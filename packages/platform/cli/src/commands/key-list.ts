import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";
import { renderKeys } from "../report/render-keys.ts";

/** Says which keys releases may be signed with, or were. Throws SlicewayError `NOT_RUNNING`. */
export async function keyList(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const keys = await (await connect(context)).registry.listSigningKeys();
  if (json) io.print(JSON.stringify(keys, null, 2));
  else for (const line of renderKeys(keys, io.colors)) io.print(line);
}
