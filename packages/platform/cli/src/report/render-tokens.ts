import type { DeployToken } from "@sliceway/protocol/client";
import type { Colors } from "../io.ts";
import { localDay } from "./local-time.ts";
import { renderTable } from "./render-table.ts";

/** Deploy tokens for a terminal: a line each, those that are refused dimmed. */
export function renderTokens(tokens: readonly DeployToken[], now: Date, { bold, dim }: Colors): string[] {
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
