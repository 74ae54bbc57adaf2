import type { PageArgs } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { readCommentConnection } from "../operations/read-comment-connection.ts";
import { mayDeletePost, type Post as PostRow } from "../post.ts";

export const Post = {
  __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.post.load(id),
  createdAt: ({ createdAt }: PostRow) => createdAt.toISOString(),
  author: ({ authorId }: PostRow) => ({ id: authorId }),
  likeCount: ({ id }: PostRow, _: unknown, { loaders }: Context) => loaders.likeCount.load(id),
  viewerHasLiked: ({ id }: PostRow, _: unknown, { loaders }: Context) => loaders.liked.load(id),
  commentCount: ({ id }: PostRow, _: unknown, { loaders }: Context) => loaders.commentCount.load(id),
  comments: ({ id }: PostRow, args: PageArgs, context: Context) => readCommentConnection(context, id, args),
  viewerCanDelete: (post: PostRow, _: unknown, { viewer }: Context) => mayDeletePost(post, viewer),
};
