import type { PageArgs } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { readTimeline } from "../operations/read-timeline.ts";

export const Query = {
  timeline: (_: unknown, args: PageArgs, context: Context) => readTimeline(context, args),
};
