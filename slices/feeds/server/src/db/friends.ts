import { sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

export type Pair = readonly [string, string];

export async function insertFriends(tx: Transaction<Tables>, [one, other]: Pair): Promise<void> {
  await tx
    .insertInto("friend")
    .values([
      { person_id: one, friend_id: other },
      { person_id: other, friend_id: one },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteFriends(tx: Transaction<Tables>, pair: Pair): Promise<void> {
  await tx.deleteFrom("friend").where("person_id", "in", pair).where("friend_id", "in", pair).execute();
}

/** Puts everything `author` has written onto the timeline of `owner`. */
export async function fillTimeline(tx: Transaction<Tables>, owner: string, author: string): Promise<void> {
  await tx
    .insertInto("timeline")
    .columns(["owner_id", "post_id", "author_id", "published_at"])
    .expression((eb) =>
      eb
        .selectFrom("authored")
        .select([sql<string>`${owner}::uuid`.as("owner_id"), "post_id", "author_id", "published_at"])
        .where("author_id", "=", author),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function clearTimeline(tx: Transaction<Tables>, owner: string, author: string): Promise<void> {
  await tx.deleteFrom("timeline").where("owner_id", "=", owner).where("author_id", "=", author).execute();
}
