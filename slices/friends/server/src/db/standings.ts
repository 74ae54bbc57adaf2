import type { Page } from "@sliceway/subgraph-kit";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Pair } from "../relation/pair.ts";
import type { Standing, StandingState } from "../relation/standing.ts";
import type { Tables } from "./tables.ts";

/** A place in a list of standings, newest first. */
export interface StandingKey {
  since: Date;
  otherId: string;
}

/** Writes both sides of a pair as they are now. */
export async function replaceStandings(
  tx: Transaction<Tables>,
  [a, b]: Pair,
  standings: Standing[],
): Promise<void> {
  await tx
    .deleteFrom("standing")
    .where((row) =>
      row.or([
        row.and([row("person_id", "=", a), row("other_id", "=", b)]),
        row.and([row("person_id", "=", b), row("other_id", "=", a)]),
      ]),
    )
    .execute();
  await insertStandings(tx, standings);
}

export async function insertStandings(tx: Transaction<Tables>, standings: Standing[]): Promise<void> {
  if (standings.length === 0) return;
  const rows = standings.map(({ personId, otherId, state, since }) => ({
    person_id: personId,
    other_id: otherId,
    state,
    since,
  }));
  await tx.insertInto("standing").values(rows).execute();
}

/** How one person stands to each of the others; strangers are left out. */
export async function listStandings(
  db: Kysely<Tables>,
  personId: string,
  otherIds: readonly string[],
): Promise<Standing[]> {
  return db
    .selectFrom("standing")
    .select(["person_id as personId", "other_id as otherId", "state", "since"])
    .where("person_id", "=", personId)
    .where("other_id", "=", sql<string>`any(${otherIds}::uuid[])`)
    .execute();
}

/** A page of each person's standings in a state, newest first: one more than the page holds. */
export async function listNewest(
  db: Kysely<Tables>,
  personIds: readonly string[],
  state: StandingState,
  { first, after }: Page<StandingKey>,
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select newest.person_id as "personId", newest.other_id as "otherId", newest.state, newest.since
    from unnest(${personIds}::uuid[]) as asked (id)
    cross join lateral (
      select * from standing
      where person_id = asked.id and state = ${state}
        ${after ? sql`and (since, other_id) < (${after.since}, ${after.otherId}::uuid)` : sql``}
      order by since desc, other_id desc
      limit ${first + 1}
    ) as newest
    order by newest.person_id, newest.since desc, newest.other_id desc
  `.execute(db);
  return rows;
}

/** People without any are left out. */
export async function countStandings(
  db: Kysely<Tables>,
  personIds: readonly string[],
  state: StandingState,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("standing")
    .select(["person_id as personId", sql<number>`count(*)::int`.as("count")])
    .where("person_id", "=", sql<string>`any(${personIds}::uuid[])`)
    .where("state", "=", state)
    .groupBy("person_id")
    .execute();
  return new Map(rows.map(({ personId, count }) => [personId, count]));
}
