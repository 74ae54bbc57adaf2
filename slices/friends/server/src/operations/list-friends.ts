import { type Connection, connection, type PageArgs, readPage } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import type { UserReference } from "../user-reference.ts";
import { standingCursor, standingKey } from "./standing-list.ts";

/** Newest friendship first. */
export async function listFriends(
  { loaders }: Context,
  personId: string,
  args: PageArgs,
): Promise<Connection<UserReference>> {
  const page = readPage(args, standingKey);
  const friends = await loaders.friends(personId, page);
  return connection(friends, page.first, {
    cursorOf: standingCursor,
    nodeOf: ({ otherId }) => ({ id: otherId }),
  });
}
