import { type Connection, connection, encodeCursor, type PageArgs, readPage } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { listEntries } from "../db/entries.ts";
import type { Entry } from "../entry.ts";
import { pageKeySchema } from "../page-key.ts";

/** All entries, newest first. */
export async function readEntryConnection({ db }: Context, args: PageArgs): Promise<Connection<Entry>> {
  const page = readPage(args, pageKeySchema);
  return connection(await listEntries(db, page), page.first, {
    cursorOf: ({ createdAt, id }) => encodeCursor([createdAt.toISOString(), id]),
    nodeOf: (entry) => entry,
  });
}
