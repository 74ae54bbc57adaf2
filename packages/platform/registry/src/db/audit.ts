import type { Db } from "./db.ts";

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

/** Newest first, with how the deployment ended that an entry belongs to. */
export async function listAudit(db: Db, limit: number) {
  return await db
    .selectFrom("audit")
    .leftJoin("deployment", "deployment.id", "audit.deployment")
    .selectAll("audit")
    .select(["deployment.state", "deployment.body"])
    .orderBy("audit.id", "desc")
    .limit(limit)
    .execute();
}
