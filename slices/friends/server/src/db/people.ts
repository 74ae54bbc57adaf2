import type { Page } from "@sliceway/subgraph-kit";
import { type Kysely, sql, type Transaction } from "kysely";
import { escapeLike, fold, type Person } from "../person.ts";
import type { Tables } from "./tables.ts";

/** Where somebody stands among the results: how well they fit (0 is best), then by handle. */
export interface FoundKey {
  rank: number;
  handle: string;
}

export async function upsertPerson(tx: Transaction<Tables>, { id, handle, name }: Person): Promise<void> {
  const row = { handle, name, folded_name: fold(name) };
  await tx
    .insertInto("person")
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

export async function hasPerson(db: Kysely<Tables>, id: string): Promise<boolean> {
  const row = await db.selectFrom("person").select("id").where("id", "=", id).executeTakeFirst();
  return row !== undefined;
}

/**
 * People whose handle or name has `text` (folded) in it, best first: the handle itself, a handle that begins so, a
 * name or one of its words that begins so, anything else. Not the viewer, and nobody blocked in either direction.
 * One more than the page holds.
 */
export async function searchPersons(
  db: Kysely<Tables>,
  text: string,
  viewerId: string | null,
  { first, after }: Page<FoundKey>,
): Promise<(FoundKey & { id: string })[]> {
  const begins = `${escapeLike(text)}%`;
  const { rows } = await sql<FoundKey & { id: string }>`
    select id, rank, handle
    from (
      select id, handle, case
        when handle = ${text} then 0
        when handle like ${begins} then 1
        when folded_name like ${begins} or folded_name like ${`% ${begins}`} then 2
        else 3
      end as rank
      from person
      where handle like ${`%${begins}`} or folded_name like ${`%${begins}`}
    ) as found
    where ${viewerId === null ? sql`true` : isNeitherViewerNorBlocked(viewerId)}
      ${after ? sql`and (rank, handle) > (${after.rank}, ${after.handle})` : sql``}
    order by rank, handle
    limit ${first + 1}
  `.execute(db);
  return rows;
}

function isNeitherViewerNorBlocked(viewerId: string) {
  return sql`id <> ${viewerId} and not exists (
    select from standing
    where person_id = ${viewerId} and other_id = found.id
      and state in ('BLOCKED_BY_VIEWER', 'BLOCKED_BY_THEM')
  )`;
}
