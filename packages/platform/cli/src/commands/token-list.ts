import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";
import { renderTokens } from "../report/render-tokens.ts";

/** Says which deploy tokens were given out. Throws SlicewayError: `NOT_RUNNING`, `RIGHT_MISSING`. */
export async function tokenList(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const tokens = await (await connect(context)).registry.listTokens();
  if (json) io.print(JSON.stringify(tokens, null, 2));
  else for (const line of renderTokens(tokens, new Date(), io.colors)) io.print(line);
}
