import type { Routing } from "@sliceway/protocol";
import type { RoutingChange } from "@sliceway/protocol/api";
import { sql } from "kysely";
import type { Db } from "./db.ts";

const FIELDS = [
  "revision",
  "live",
  "rollback",
  "canaries",
  "previews",
  "forwards",
  "leaving",
  "revoked",
] as const;

/** The routing as stored: rollbacks whose time is over included. */
export async function readRouting(db: Db): Promise<Routing> {
  const query = db.selectFrom("routing").select(FIELDS);
  return await query.orderBy("revision", "desc").limit(1).executeTakeFirstOrThrow();
}

/** The routing as it was at a revision. */
export async function readRoutingAt(db: Db, revision: number): Promise<Routing | undefined> {
  return await db.selectFrom("routing").select(FIELDS).where("revision", "=", revision).executeTakeFirst();
}

/** The current revision, and the last one `without` this release live: something else was, or nothing. */
export async function findLastRevisionWithout(
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

/** Newest first, 100 at most. */
export async function listHistory(db: Db): Promise<RoutingChange[]> {
  const rows = await db.selectFrom("routing").selectAll().orderBy("revision", "desc").limit(100).execute();
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

export interface NextRouting extends Routing {
  /** The revision that is expected to hold; the new one is the next. */
  revision: number;
  cause: string;
  /** Name of the token by which somebody asked for it; absent where the registry did by itself. */
  by?: string | undefined;
  at: Date;
}

/** Compare-and-set: of several writers on one revision exactly one gets its routing back, the others null. */
export async function insertRouting(db: Db, next: NextRouting): Promise<Routing | null> {
  const { cause, by: _, at, ...routing } = { ...next, revision: next.revision + 1 };
  const inserted = await db
    .insertInto("routing")
    .columns([...FIELDS, "cause", "at"])
    .expression((build) =>
      build
        .selectFrom("routing")
        .where("revision", "=", next.revision)
        .select([
          sql<number>`${routing.revision}::integer`.as("revision"),
          sql<string>`${routing.live}::text`.as("live"),
          asJson(routing, "rollback"),
          asJson(routing, "canaries"),
          asJson(routing, "previews"),
          asJson(routing, "forwards"),
          asJson(routing, "leaving"),
          asJson(routing, "revoked"),
          sql<string>`${cause}::text`.as("cause"),
          sql<Date>`${at}::timestamptz`.as("at"),
        ]),
    )
    .onConflict((conflict) => conflict.column("revision").doNothing())
    .returning("revision")
    .executeTakeFirst();
  return inserted ? routing : null;
}

function asJson<Field extends keyof Routing>(routing: Routing, field: Field) {
  return sql<string>`${JSON.stringify(routing[field])}::jsonb`.as(field);
}
