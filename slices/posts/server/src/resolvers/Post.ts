import type { PageArgs } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { readCommentConnection } from "../operations/read-comment-connection.ts";
import { mayDeletePost, type Post as PostRow } from "../post.ts";

export const Post = {
  __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.post.load(id),
  createdAt: ({ createdAt }: PostRow) => createdAt.toISOString(),
  author: ({ authorId }: PostRow) => ({ id: authorId }),
  likeCount: async ({ id }: PostRow, _: unknown, { loaders }: Context) =>
    (await loaders.likes.load(id)).count,
  viewerHasLiked: async ({ id }: PostRow, _: unknown, { loaders }: Context) =>
    (await loaders.likes.load(id)).isMine,
  commentCount: ({ id }: PostRow, _: unknown, { loaders }: Context) => loaders.commentCount.load(id),
  comments: ({ id }: PostRow, args: PageArgs, context: Context) => readCommentConnection(context, id, args),
  viewerCanDelete: (post: PostRow, _: unknown, { viewer }: Context) => mayDeletePost(post, viewer),
};
