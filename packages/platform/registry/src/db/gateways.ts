import type { KnownGateway } from "../reconciliation/deployment/facts.ts";
import type { Db } from "./db.ts";

/** A gateway that was silent for longer has gone, and its pages are at another. */
const SILENCE_MS = 60_000;

export async function upsertGateway(
  db: Db,
  { id, revision, vectors, failed, pages }: KnownGateway & { pages: Record<string, number> },
  seenAt: Date,
): Promise<void> {
  const said = {
    revision,
    vectors: JSON.stringify(vectors),
    failed: JSON.stringify(failed),
    pages: JSON.stringify(pages),
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

/** Vector to the number of pages (tabs) that hold on to it, as far as gateways have heard from them. */
export async function countPages(db: Db, now: Date): Promise<Map<string, number>> {
  const since = new Date(now.getTime() - SILENCE_MS);
  const rows = await db.selectFrom("gateway").select("pages").where("seen_at", ">", since).execute();
  const counts = new Map<string, number>();
  for (const [vector, pages] of rows.flatMap((row) => Object.entries(row.pages)))
    counts.set(vector, (counts.get(vector) ?? 0) + pages);
  return counts;
}
