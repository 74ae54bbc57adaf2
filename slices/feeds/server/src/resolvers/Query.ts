import { connection, encodeCursor, type PageArgs, readPage } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { keyOf, listTimeline, type TimelineRow, timelineKey } from "../db/timeline.ts";

export const Query = {
  timeline: async (_: unknown, args: PageArgs, { db, viewer }: Context) => {
    if (!viewer) return null;
    const page = readPage(args, timelineKey);
    return connection(await listTimeline(db, viewer.id, page), page.first, edges);
  },
};

const edges = {
  cursorOf: (row: TimelineRow) => encodeCursor(keyOf(row)),
  nodeOf: ({ post_id }: TimelineRow) => ({ id: post_id }),
};
