import { type Connection, connection, encodeCursor, type PageArgs, readPage } from "@sliceway/subgraph-kit";
import type { Comment } from "../comment.ts";
import type { Context } from "../context.ts";
import { pageKeyOf, pageKeySchema } from "../page-key.ts";

/** What people say about a post, oldest first. */
export async function readCommentConnection(
  { loaders }: Context,
  postId: string,
  args: PageArgs,
): Promise<Connection<Comment>> {
  const page = readPage(args, pageKeySchema);
  const comments = await loaders.comments(postId, page);
  const cursorOf = (comment: Comment) => encodeCursor(pageKeyOf(comment));
  return connection(comments, page.first, { cursorOf, nodeOf: (comment) => comment });
}
