import { type Insertable, type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/** Does nothing if the person likes the post already. */
export async function insertLikes(
  tx: Transaction<Tables>,
  likes: Insertable<Tables["post_like"]>[],
): Promise<void> {
  await tx
    .insertInto("post_like")
    .values(likes)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Does nothing if the person does not like the post. */
export async function removeLike(tx: Transaction<Tables>, postId: string, userId: string): Promise<void> {
  await tx.deleteFrom("post_like").where("post_id", "=", postId).where("user_id", "=", userId).execute();
}

/** Of a post. */
export interface Likes {
  count: number;
  /** Whether whoever looks at it likes it. */
  isMine: boolean;
}

export const noLikes: Likes = { count: 0, isMine: false };

/** Counted each time: a counter beside the rows would be a second truth, and a lock that all likers queue for. */
export async function countLikes(
  db: Kysely<Tables>,
  postIds: readonly string[],
  viewer: { id: string } | null,
): Promise<Map<string, Likes>> {
  const rows = await db
    .selectFrom("post_like")
    .select((like) => [
      "post_id",
      like.cast<number>(like.fn.countAll(), "integer").as("count"),
      sql<boolean | null>`bool_or(user_id = ${viewer?.id ?? null})`.as("isMine"),
    ])
    .where("post_id", "in", postIds)
    .groupBy("post_id")
    .execute();
  return new Map(rows.map(({ post_id, count, isMine }) => [post_id, { count, isMine: isMine ?? false }]));
}
