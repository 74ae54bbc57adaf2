import type { DeployToken } from "@sliceway/protocol/client";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import type { Colors, Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { localDay } from "../report/local-time.ts";
import { renderTable } from "../report/render-table.ts";

export function addTokenList(token: Command, io: Io): void {
  token
    .command("list")
    .description("Show which tokens there are, for which slices and until when.")
    .option("--json", "print a JSON array", false)
    .action(async (options: { json: boolean }) => tokenList(await openContext(io), options));
}

/** Says which deploy tokens were given out. Throws SlicewayError: `NOT_RUNNING`, `RIGHT_MISSING`. */
async function tokenList(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const tokens = await (await connect(context)).registry.listTokens();
  if (json) io.print(JSON.stringify(tokens, null, 2));
  else for (const line of renderTokens(tokens, new Date(), io.colors)) io.print(line);
}

/** Deploy tokens for a terminal: a line each, those that are refused dimmed. */
function renderTokens(tokens: readonly DeployToken[], now: Date, { bold, dim }: Colors): string[] {
  if (tokens.length === 0)
    return ["No deploy token was given out yet.", "Make one: sliceway token create <slice>"];
  const head = ["id", "name", "slices", "state"].map(dim);
  const rows = tokens.map((token) => {
    const cells = [token.id, token.name, token.slices.join(" "), stateOf(token, now)];
    return isGood(token, now) ? cells.with(1, bold(token.name)) : cells.map(dim);
  });
  return renderTable([head, ...rows]);
}

function isGood({ expiresAt, revokedAt }: DeployToken, now: Date): boolean {
  return revokedAt === null && Date.parse(expiresAt) > now.getTime();
}

function stateOf(token: DeployToken, now: Date): string {
  if (token.revokedAt !== null) return `revoked ${localDay(token.revokedAt)}`;
  return isGood(token, now) ? `until ${localDay(token.expiresAt)}` : `expired ${localDay(token.expiresAt)}`;
}
