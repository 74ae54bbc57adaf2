import type { PageArgs } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { readEntryConnection } from "../operations/read-entry-connection.ts";

export const Query = {
  sliceNameEntries: (_: unknown, args: PageArgs, context: Context) => readEntryConnection(context, args),
};
