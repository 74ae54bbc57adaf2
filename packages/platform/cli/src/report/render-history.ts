import type { AuditEntry } from "@sliceway/protocol/client";
import type { Colors } from "../io.ts";
import { localTime } from "./local-time.ts";
import { renderTable } from "./render-table.ts";

/** The audit log for a terminal: a line per change. */
export function renderHistory(entries: readonly AuditEntry[], colors: Colors): string[] {
  if (entries.length === 0) return ["Nothing has happened yet.", "Deploy: sliceway deploy <slice>"];
  const head = ["when", "who", "what", "from", "to", "why", "outcome"].map(colors.dim);
  return renderTable([head, ...entries.map((entry) => rowOf(entry, colors))]);
}

function rowOf(
  { at, who, what, from, to, cause, outcome }: AuditEntry,
  { bold, dim, red }: Colors,
): string[] {
  const isBad = outcome !== null && outcome !== "done" && outcome !== "running";
  const cells = [localTime(at), who, bold(what), from ?? "", to ?? "", dim(cause ?? "")];
  return [...cells, isBad ? red(outcome) : (outcome ?? "")];
}
