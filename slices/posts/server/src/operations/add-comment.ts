import { randomUUID } from "node:crypto";
import { type Comment, decideComment } from "../comment.ts";
import type { Context } from "../context.ts";
import { insertComments } from "../db/comments.ts";
import { holdPost } from "../db/posts.ts";
import type { Post } from "../post.ts";
import {
  type InvalidInput,
  invalidInput,
  type NotFound,
  type NotLoggedIn,
  notFound,
  notLoggedIn,
} from "../refusals.ts";

export type AddCommentResult =
  | { __typename: "CommentAdded"; comment: Comment; post: Post }
  | InvalidInput
  | NotFound
  | NotLoggedIn;

export async function addComment(
  { viewer, transaction, now }: Context,
  input: { postId: string; text: string },
): Promise<AddCommentResult> {
  if (!viewer) return notLoggedIn;
  return transaction(async (tx) => {
    const post = await holdPost(tx, input.postId);
    if (!post) return notFound("post");
    const decision = decideComment(input, { id: randomUUID(), post, authorId: viewer.id, now: now() });
    if (decision.kind === "rejected") return invalidInput(decision.field);
    await insertComments(tx, [decision.comment]);
    return { __typename: "CommentAdded", comment: decision.comment, post };
  });
}
