import { mayDeleteComment } from "../comment.ts";
import type { Context } from "../context.ts";
import { lockComment, removeComment } from "../db/comments.ts";
import { holdPost } from "../db/posts.ts";
import type { Post } from "../post.ts";
import { type NotFound, type NotLoggedIn, notFound, notLoggedIn } from "../refusals.ts";

export type DeleteCommentResult =
  | { __typename: "CommentDeleted"; id: string; post: Post }
  | NotFound
  | NotLoggedIn;

export async function deleteComment(
  { viewer, transaction }: Context,
  id: string,
): Promise<DeleteCommentResult> {
  if (!viewer) return notLoggedIn;
  return transaction(async (tx) => {
    const comment = await lockComment(tx, id);
    const post = comment && (await holdPost(tx, comment.postId));
    if (!post || !mayDeleteComment(comment, post, viewer)) return notFound("comment");
    await removeComment(tx, comment.id);
    return { __typename: "CommentDeleted", id: comment.id, post };
  });
}
