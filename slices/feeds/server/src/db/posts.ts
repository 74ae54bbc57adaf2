import type { Insertable, Transaction } from "kysely";
import type { AuthoredTable, Tables } from "./tables.ts";

export interface AuthoredPost {
  postId: string;
  authorId: string;
  publishedAt: string;
}

export async function insertAuthored(tx: Transaction<Tables>, post: AuthoredPost): Promise<void> {
  await tx
    .insertInto("authored")
    .values(authoredRow(post))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Puts a post onto its author's timeline and onto those of the author's friends. */
export async function fanOut(tx: Transaction<Tables>, post: AuthoredPost): Promise<void> {
  const readers = await tx
    .selectFrom("friend")
    .select("friend_id")
    .where("person_id", "=", post.authorId)
    .execute();
  const owners = [post.authorId, ...readers.map(({ friend_id }) => friend_id)];
  await tx
    .insertInto("timeline")
    .values(owners.map((owner_id) => ({ owner_id, ...authoredRow(post) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deletePost(tx: Transaction<Tables>, postId: string): Promise<void> {
  await tx.deleteFrom("timeline").where("post_id", "=", postId).execute();
  await tx.deleteFrom("authored").where("post_id", "=", postId).execute();
}

function authoredRow({ postId, authorId, publishedAt }: AuthoredPost): Insertable<AuthoredTable> {
  return { post_id: postId, author_id: authorId, published_at: publishedAt };
}
