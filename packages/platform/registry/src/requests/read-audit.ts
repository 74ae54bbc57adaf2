import type { AuditEntry } from "@sliceway/protocol/api";
import type { Context } from "../context.ts";
import { listAudit } from "../db/audit.ts";

const SHOWN = 200;

/** The audit log as it is shown: newest first. */
export async function readAudit({ db }: Context): Promise<AuditEntry[]> {
  const rows = await listAudit(db, SHOWN);
  return rows.map(({ id: _, at, stands, ...entry }) => ({
    ...entry,
    at: at.toISOString(),
    outcome: entry.what === "deploy" ? (stands?.problems[0]?.message ?? stands?.state ?? null) : null,
  }));
}
