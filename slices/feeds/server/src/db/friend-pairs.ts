import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** The two people of a friendship, in any order. */
export type Pair = [string, string];

export async function insertPair(tx: Transaction<Tables>, [one, other]: Pair): Promise<void> {
  await tx
    .insertInto("friend_pair")
    .values([
      { user_id: one, friend_id: other },
      { user_id: other, friend_id: one },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removePair(tx: Transaction<Tables>, pair: Pair): Promise<void> {
  await tx.deleteFrom("friend_pair").where("user_id", "in", pair).where("friend_id", "in", pair).execute();
}
