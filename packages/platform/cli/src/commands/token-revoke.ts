import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";

export function addTokenRevoke(token: Command, io: Io): void {
  token
    .command("revoke")
    .description("Have a token refused from now on.")
    .argument("<id>", "as `sliceway token list` shows it")
    .addHelpText("after", examples("sliceway token revoke t-3f9c2a1b04de"))
    .action(async (id: string) => tokenRevoke(await openContext(io), id));
}

/** Has a deploy token refused from now on. Throws SlicewayError: `NOT_RUNNING`, `RIGHT_MISSING`, `TOKEN_ID_UNKNOWN`. */
async function tokenRevoke(context: Context, id: string): Promise<void> {
  const { name } = await (await connect(context)).registry.revokeToken(id);
  context.io.print(`The token ${name} (${id}) is refused from now on.`);
}
