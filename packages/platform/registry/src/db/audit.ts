import type { Db } from "./db.ts";
import { readBody } from "./read-body.ts";

/** One line of the audit log, as it is written. */
export interface AuditEntry {
  at: Date;
  /** Name of the token; `registry` for what happens by itself. */
  who: string;
  what: "publish" | "deploy" | "live" | "canary" | "preview" | "revoke" | "old pages" | "token" | "key";
  from?: string | null;
  to?: string | null;
  cause?: string | null;
  revision?: number | null;
  deployment?: string | null;
}

export async function insertAudit(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await db.insertInto("audit").values(entries).execute();
}

/** Newest first, with how the deployment stands that an entry belongs to. Throws `FORMAT_UNKNOWN`. */
export async function listAudit(db: Db, limit: number) {
  const rows = await db
    .selectFrom("audit")
    .leftJoin("deployment", "deployment.id", "audit.deployment")
    .selectAll("audit")
    .select("deployment.body")
    .orderBy("audit.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ body, ...entry }) => ({ ...entry, stands: body && readBody("deployment", { body }) }));
}
