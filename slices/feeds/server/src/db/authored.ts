import type { Selectable, Transaction } from "kysely";
import type { Tables } from "./tables.ts";

export async function insertAuthored(
  tx: Transaction<Tables>,
  post: Selectable<Tables["authored"]>,
): Promise<void> {
  await tx
    .insertInto("authored")
    .values(post)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes the post out of every timeline too. */
export async function removeAuthored(tx: Transaction<Tables>, postId: string): Promise<void> {
  await tx.deleteFrom("authored").where("post_id", "=", postId).execute();
}
