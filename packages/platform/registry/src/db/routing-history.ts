import type { RoutingChange } from "@sliceway/protocol/api";
import { sql } from "kysely";
import type { Db } from "./db.ts";
import { checkRouting } from "./routing.ts";

/** As of which revision it was looked up, and from which one on new pages come with this release; null if they do not. */
export async function findLiveSince(
  db: Db,
  slice: string,
  release: string,
): Promise<{ revision: number; since: number | null }> {
  const { revision, without } = await findLastRevisionWithout(db, slice, release);
  return { revision, since: without === null || without < revision ? (without ?? 0) + 1 : null };
}

/** The current revision, and the last one `without` this release live: something else was, or nothing. */
async function findLastRevisionWithout(
  db: Db,
  slice: string,
  release: string,
): Promise<{ revision: number; without: number | null }> {
  return await db
    .selectNoFrom((from) => [
      from
        .selectFrom("routing")
        .select("revision")
        .orderBy("revision", "desc")
        .limit(1)
        .$asScalar()
        .$notNull()
        .as("revision"),
      from
        .selectFrom("routing")
        .leftJoin("vector", "vector.id", "routing.live")
        .where(sql<boolean>`vector.releases ->> ${slice} is distinct from ${release}`)
        .select("routing.revision")
        .orderBy("routing.revision", "desc")
        .limit(1)
        .$asScalar()
        .as("without"),
    ])
    .executeTakeFirstOrThrow();
}

/** Who made live what is live since a revision, when (ISO 8601) and why. */
export async function findChange(
  db: Db,
  revision: number,
): Promise<{ since: string; by: string; cause: string } | undefined> {
  const row = await db
    .selectFrom("routing")
    .leftJoin("audit", (join) =>
      join.onRef("audit.revision", "=", "routing.revision").on("audit.what", "=", "live"),
    )
    .select(["routing.at", "routing.cause", "audit.who"])
    .where("routing.revision", "=", revision)
    .executeTakeFirst();
  return row && { since: row.at.toISOString(), by: row.who ?? "registry", cause: row.cause };
}

/** Newest first, 100 at most. Throws `FORMAT_UNKNOWN`. */
export async function listHistory(db: Db): Promise<RoutingChange[]> {
  const rows = await db.selectFrom("routing").selectAll().orderBy("revision", "desc").limit(100).execute();
  return rows.map(checkRouting).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
