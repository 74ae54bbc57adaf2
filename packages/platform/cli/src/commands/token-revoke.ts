import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";

/** Has a deploy token refused from now on. Throws SlicewayError: `NOT_RUNNING`, `RIGHT_MISSING`, `TOKEN_ID_UNKNOWN`. */
export async function tokenRevoke(context: Context, id: string): Promise<void> {
  const { name } = await (await connect(context)).registry.revokeToken(id);
  context.io.print(`The token ${name} (${id}) is refused from now on.`);
}
