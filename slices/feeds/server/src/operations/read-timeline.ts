import { type Connection, connection, encodeCursor, type PageArgs, readPage } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { listTimeline } from "../db/timelines.ts";
import { timelineKeySchema } from "../timeline-key.ts";

/** The viewer's own and their friends' posts, newest first; null for visitors. */
export async function readTimeline(
  { viewer, db }: Context,
  args: PageArgs,
): Promise<Connection<{ id: string }> | null> {
  if (!viewer) return null;
  const page = readPage(args, timelineKeySchema);
  const entries = await listTimeline(db, viewer.id, page);
  return connection(entries, page.first, {
    cursorOf: ({ publishedAt, postId }) => encodeCursor([publishedAt.toISOString(), postId]),
    nodeOf: ({ postId }) => ({ id: postId }),
  });
}
