import { type Comment as CommentRow, mayDeleteComment } from "../comment.ts";
import type { Context } from "../context.ts";

export const Comment = {
  __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.comment.load(id),
  createdAt: ({ createdAt }: CommentRow) => createdAt.toISOString(),
  author: ({ authorId }: CommentRow) => ({ id: authorId }),
  async viewerCanDelete(comment: CommentRow, _: unknown, { viewer, loaders }: Context) {
    const post = await loaders.post.load(comment.postId);
    return post && mayDeleteComment(comment, post, viewer);
  },
};
