import type { Routing } from "@sliceway/protocol";
import { checkFormat } from "@sliceway/service-kit";
import { sql } from "kysely";
import { currentRouting } from "../routing/reach.ts";
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

/** The routing that holds now, without rollbacks and previews whose time is over. */
export async function readRouting(db: Db, now: Date): Promise<Routing> {
  const query = selectRouting(db).orderBy("revision", "desc").limit(1);
  return currentRouting(checkRouting(await query.executeTakeFirstOrThrow()), now);
}

/** The routing as it was at a revision. */
export async function readRoutingAt(db: Db, revision: number): Promise<Routing | undefined> {
  const stored = await selectRouting(db).where("revision", "=", revision).executeTakeFirst();
  return stored && checkRouting(stored);
}

function selectRouting(db: Db) {
  return db.selectFrom("routing").select([...FIELDS, "format"]);
}

/** A row without its format. Throws `FORMAT_UNKNOWN` if a newer registry has written it. */
export function checkRouting<Row extends Routing & { format: number }>(row: Row): Omit<Row, "format"> {
  const { format, ...routing } = row;
  checkFormat({ format }, `routing ${row.revision}`);
  return routing;
}

export interface RoutingRow {
  cause: string;
  at: Date;
  /** Canaries that end by it. */
  ended: readonly CanaryEnd[];
}

/**
 * Compare-and-set: of several writers on one revision exactly one gets its routing back, with the next revision, the
 * others null.
 */
export async function storeRouting(
  db: Db,
  { revision: expected, ...next }: Routing,
  { cause, at, ended }: RoutingRow,
): Promise<Routing | null> {
  const routing = { ...next, revision: expected + 1 };
  const inserted = await db
    .insertInto("routing")
    .columns([...FIELDS, "cause", "at"])
    .expression((build) =>
      build
        .selectFrom("routing")
        .where("revision", "=", expected)
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
  if (!inserted) return null;
  await insertCanaryEnds(db, ended, at);
  return routing;
}

function asJson<Field extends keyof Routing>(routing: Routing, field: Field) {
  return sql<string>`${JSON.stringify(routing[field])}::jsonb`.as(field);
}

/** A canary that is ended by somebody else than its own deployment. */
export interface CanaryEnd {
  deployment: string;
  reason: string;
}

/** Leaves word for the deployment, whose row others may hold just now. */
async function insertCanaryEnds(db: Db, ends: readonly CanaryEnd[], at: Date): Promise<void> {
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
