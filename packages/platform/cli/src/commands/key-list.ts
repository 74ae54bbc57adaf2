import type { RegisteredKey } from "@sliceway/protocol/client";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import type { Colors, Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { localDay } from "../report/local-time.ts";
import { renderTable } from "../report/render-table.ts";

export function addKeyList(key: Command, io: Io): void {
  key
    .command("list")
    .description("Show which keys each slice's releases may be signed with.")
    .option("--json", "print a JSON array", false)
    .action(async (options: { json: boolean }) => keyList(await openContext(io), options));
}

/** Says which keys releases may be signed with, or were. Throws SlicewayError `NOT_RUNNING`. */
async function keyList(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const keys = await (await connect(context)).registry.listSigningKeys();
  if (json) io.print(JSON.stringify(keys, null, 2));
  else for (const line of renderKeys(keys, io.colors)) io.print(line);
}

/** Signing keys for a terminal: a line each, revoked ones dimmed. */
function renderKeys(keys: readonly RegisteredKey[], { bold, dim }: Colors): string[] {
  if (keys.length === 0) return ["No key is registered yet.", "Make one: sliceway key create <slice>"];
  const head = ["slice", "id", "state"].map(dim);
  const rows = keys.map(({ slice, id, createdAt, revokedAt }) =>
    revokedAt === null
      ? [bold(slice), id, `since ${localDay(createdAt)}`]
      : [slice, id, `revoked ${localDay(revokedAt)}`].map(dim),
  );
  return renderTable([head, ...rows]);
}
