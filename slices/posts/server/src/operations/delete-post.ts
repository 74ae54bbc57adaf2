import type { Context } from "../context.ts";
import { lockPost, removePost } from "../db/posts.ts";
import { mayDeletePost } from "../post.ts";
import { postDeleted } from "../published-events.ts";
import { type NotFound, type NotLoggedIn, notFound, notLoggedIn } from "../refusals.ts";

export type DeletePostResult = { __typename: "PostDeleted"; id: string } | NotFound | NotLoggedIn;

export async function deletePost(context: Context, id: string): Promise<DeletePostResult> {
  const { viewer, transaction, outbox, now } = context;
  if (!viewer) return notLoggedIn;
  return transaction(async (tx) => {
    const post = await lockPost(tx, id);
    if (!post || !mayDeletePost(post, viewer)) return notFound("post");
    await removePost(tx, post.id);
    await outbox.add(tx, postDeleted(post, now()));
    return { __typename: "PostDeleted", id: post.id };
  });
}
