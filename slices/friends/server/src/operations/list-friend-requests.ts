import { type Connection, connection, type PageArgs, readPage } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { countStandings, listNewest } from "../db/standings.ts";
import type { UserReference } from "../user-reference.ts";
import { standingCursor, standingKey } from "./standing-list.ts";

type FriendRequests = Connection<{ from: UserReference; sentAt: string }> & {
  totalCount: () => Promise<number>;
};

const WAITING = "REQUESTED_BY_THEM";

/** Requests that wait for this person's answer, newest first; null for anybody but themselves. */
export async function listFriendRequests(
  { db, viewer }: Context,
  personId: string,
  args: PageArgs,
): Promise<FriendRequests | null> {
  if (viewer?.id !== personId) return null;
  const page = readPage(args, standingKey);
  const standings = await listNewest(db, [personId], WAITING, page);
  const requests = connection(standings, page.first, {
    cursorOf: standingCursor,
    nodeOf: ({ otherId, since }) => ({ from: { id: otherId }, sentAt: since.toISOString() }),
  });
  const totalCount = async () => (await countStandings(db, [personId], WAITING)).get(personId) ?? 0;
  return { ...requests, totalCount };
}
