import { type Connection, connection, encodeCursor, type PageArgs, readPage } from "@sliceway/subgraph-kit";
import { z } from "zod";
import type { Context } from "../context.ts";
import { type FoundKey, searchPersons } from "../db/people.ts";
import { fold } from "../person.ts";
import type { UserReference } from "../user-reference.ts";

const foundKey: z.ZodType<FoundKey> = z
  .tuple([z.int(), z.string()])
  .transform(([rank, handle]) => ({ rank, handle }));

/** The empty text is in every name: everybody, by handle. */
export async function searchPeople(
  { db, viewer }: Context,
  { text, ...args }: PageArgs & { text: string },
): Promise<Connection<UserReference>> {
  const page = readPage(args, foundKey);
  const wanted = fold(text).replace(/^@/, "").slice(0, 100);
  const found = await searchPersons(db, wanted, viewer?.id ?? null, page);
  return connection(found, page.first, {
    cursorOf: ({ rank, handle }) => encodeCursor([rank, handle]),
    nodeOf: ({ id }) => ({ id }),
  });
}
