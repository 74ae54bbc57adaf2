import type { Routing } from "@sliceway/manifest";
import { sql } from "kysely";
import type { RoutingChange } from "../protocol.ts";
import type { Db } from "./db.ts";

/** The routing as stored: rollbacks whose time is over included. */
export async function readRouting(db: Db): Promise<Routing> {
  const query = db.selectFrom("routing").select(["revision", "live", "rollback"]);
  return await query.orderBy("revision", "desc").limit(1).executeTakeFirstOrThrow();
}

/** The last revision at which something else than this release was live, or nothing. */
export async function findLastRevisionWithout(
  db: Db,
  slice: string,
  release: string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom("routing")
    .leftJoin("vector", "vector.id", "routing.live")
    .where(sql<boolean>`vector.releases ->> ${slice} is distinct from ${release}`)
    .select("revision")
    .orderBy("revision", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.revision;
}

/** Newest first, 100 at most. */
export async function listHistory(db: Db): Promise<RoutingChange[]> {
  const rows = await db.selectFrom("routing").selectAll().orderBy("revision", "desc").limit(100).execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

export interface NextRouting {
  /** The revision that is expected to hold; the new one is the next. */
  revision: number;
  live: string;
  rollback: Routing["rollback"];
  cause: string;
  at: Date;
}

/** Compare-and-set: of several writers on one revision exactly one gets its routing back, the others null. */
export async function insertRouting(db: Db, next: NextRouting): Promise<Routing | null> {
  const revision = next.revision + 1;
  const { live, rollback, cause, at } = next;
  const inserted = await db
    .insertInto("routing")
    .columns(["revision", "live", "rollback", "cause", "at"])
    .expression((build) =>
      build
        .selectFrom("routing")
        .where("revision", "=", next.revision)
        .select([
          sql<number>`${revision}::integer`.as("revision"),
          sql<string>`${live}::text`.as("live"),
          sql<string>`${JSON.stringify(rollback)}::jsonb`.as("rollback"),
          sql<string>`${cause}::text`.as("cause"),
          sql<Date>`${at}::timestamptz`.as("at"),
        ]),
    )
    .onConflict((conflict) => conflict.column("revision").doNothing())
    .returning("revision")
    .executeTakeFirst();
  return inserted ? { revision, live, rollback } : null;
}
