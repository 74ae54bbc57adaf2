import { type Connection, connection, encodeCursor, type PageArgs, readPage } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { pageKeyOf, pageKeySchema } from "../page-key.ts";
import type { Post } from "../post.ts";

/** What a person has posted, newest first. */
export async function readPostConnection(
  { loaders }: Context,
  authorId: string,
  args: PageArgs,
): Promise<Connection<Post>> {
  const page = readPage(args, pageKeySchema);
  const posts = await loaders.postsByAuthor(authorId, page);
  const cursorOf = (post: Post) => encodeCursor(pageKeyOf(post));
  return connection(posts, page.first, { cursorOf, nodeOf: (post) => post });
}
