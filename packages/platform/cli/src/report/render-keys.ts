import type { RegisteredKey } from "@sliceway/protocol/client";
import type { Colors } from "../io.ts";
import { localDay } from "./local-time.ts";
import { renderTable } from "./render-table.ts";

/** Signing keys for a terminal: a line each, revoked ones dimmed. */
export function renderKeys(keys: readonly RegisteredKey[], { bold, dim }: Colors): string[] {
  if (keys.length === 0) return ["No key is registered yet.", "Make one: sliceway key create <slice>"];
  const head = ["slice", "id", "state"].map(dim);
  const rows = keys.map(({ slice, id, createdAt, revokedAt }) =>
    revokedAt === null
      ? [bold(slice), id, `since ${localDay(createdAt)}`]
      : [slice, id, `revoked ${localDay(revokedAt)}`].map(dim),
  );
  return renderTable([head, ...rows]);
}
