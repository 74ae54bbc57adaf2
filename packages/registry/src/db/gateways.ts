import type { KnownGateway } from "../deployment/facts.ts";
import type { Db } from "./db.ts";

export async function upsertGateway(
  db: Db,
  { id, revision, vectors, failed }: KnownGateway,
  seenAt: Date,
): Promise<void> {
  const said = {
    revision,
    vectors: JSON.stringify(vectors),
    failed: JSON.stringify(failed),
    seen_at: seenAt,
  };
  await db
    .insertInto("gateway")
    .values({ id, ...said })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(said))
    .execute();
}

/** Those that were heard of after `since`. */
export async function listGateways(db: Db, since: Date): Promise<KnownGateway[]> {
  const query = db.selectFrom("gateway").select(["id", "revision", "vectors", "failed"]);
  return await query.where("seen_at", ">", since).orderBy("id").execute();
}
