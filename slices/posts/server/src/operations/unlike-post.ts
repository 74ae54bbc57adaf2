import type { Context } from "../context.ts";
import { removeLike } from "../db/likes.ts";
import { holdPost } from "../db/posts.ts";
import { notFound, notLoggedIn } from "../refusals.ts";
import type { LikePostResult } from "./like-post.ts";

export async function unlikePost({ viewer, transaction }: Context, id: string): Promise<LikePostResult> {
  if (!viewer) return notLoggedIn;
  return transaction(async (tx) => {
    const post = await holdPost(tx, id);
    if (!post) return notFound("post");
    await removeLike(tx, post.id, viewer.id);
    return { __typename: "PostLikeChanged", post };
  });
}
