import type { Db } from "./db.ts";

/** A canary that is ended by somebody else than its own deployment. */
export interface CanaryEnd {
  deployment: string;
  reason: string;
}

/** Leaves word for the deployment, whose row others may hold just now. */
export async function insertCanaryEnds(db: Db, ends: readonly CanaryEnd[], at: Date): Promise<void> {
  if (ends.length === 0) return;
  await db
    .insertInto("canary_end")
    .values(ends.map((end) => ({ ...end, at })))
    .onConflict((conflict) => conflict.column("deployment").doNothing())
    .execute();
}

export async function findCanaryEnd(db: Db, deployment: string): Promise<string | undefined> {
  const found = db.selectFrom("canary_end").select("reason").where("deployment", "=", deployment);
  return (await found.executeTakeFirst())?.reason;
}
