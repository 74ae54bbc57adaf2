import type { PageArgs } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { readPostConnection } from "../operations/read-post-connection.ts";

interface UserReference {
  id: string;
}

/** posts keeps no people: whoever is asked for is taken as given, and may have posts or none. */
export const User = {
  __resolveReference: ({ id }: UserReference) => ({ id }),
  posts: ({ id }: UserReference, args: PageArgs, context: Context) => readPostConnection(context, id, args),
  postCount: ({ id }: UserReference, _: unknown, { loaders }: Context) => loaders.postCount.load(id),
};
