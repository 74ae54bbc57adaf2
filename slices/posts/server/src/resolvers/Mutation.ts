import type { Context } from "../context.ts";
import { addComment } from "../operations/add-comment.ts";
import { createPost } from "../operations/create-post.ts";
import { deleteComment } from "../operations/delete-comment.ts";
import { deletePost } from "../operations/delete-post.ts";
import { likePost } from "../operations/like-post.ts";
import { unlikePost } from "../operations/unlike-post.ts";

interface Id {
  id: string;
}

interface Input<Value> {
  input: Value;
}

export const Mutation = {
  createPost: (_: unknown, { input }: Input<{ text: string }>, context: Context) =>
    createPost(context, input),
  deletePost: (_: unknown, { id }: Id, context: Context) => deletePost(context, id),
  likePost: (_: unknown, { id }: Id, context: Context) => likePost(context, id),
  unlikePost: (_: unknown, { id }: Id, context: Context) => unlikePost(context, id),
  addComment: (_: unknown, { input }: Input<{ postId: string; text: string }>, context: Context) =>
    addComment(context, input),
  deleteComment: (_: unknown, { id }: Id, context: Context) => deleteComment(context, id),
};
