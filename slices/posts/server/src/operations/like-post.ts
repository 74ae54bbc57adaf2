import type { Context } from "../context.ts";
import { insertLikes } from "../db/likes.ts";
import { holdPost } from "../db/posts.ts";
import type { Post } from "../post.ts";
import { type NotFound, type NotLoggedIn, notFound, notLoggedIn } from "../refusals.ts";

export type LikePostResult = { __typename: "PostLikeChanged"; post: Post } | NotFound | NotLoggedIn;

export async function likePost({ viewer, transaction, now }: Context, id: string): Promise<LikePostResult> {
  if (!viewer) return notLoggedIn;
  return transaction(async (tx) => {
    const post = await holdPost(tx, id);
    if (!post) return notFound("post");
    await insertLikes(tx, [{ post_id: post.id, user_id: viewer.id, created_at: now() }]);
    return { __typename: "PostLikeChanged", post };
  });
}
