import type { Page } from "@sliceway/subgraph-kit";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Entry } from "../entry.ts";
import type { PageKey } from "../page-key.ts";
import type { Tables } from "./tables.ts";

export async function insertEntry(tx: Transaction<Tables>, entry: Entry): Promise<void> {
  const { id, authorId, text, createdAt } = entry;
  await tx.insertInto("entry").values({ id, author_id: authorId, text, created_at: createdAt }).execute();
}

/** A page and one entry more, newest first. */
export async function listEntries(db: Kysely<Tables>, { first, after }: Page<PageKey>): Promise<Entry[]> {
  const query = db
    .selectFrom("entry")
    .select(["id", "author_id as authorId", "text", "created_at as createdAt"])
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(first + 1);
  const older = after && sql<boolean>`(created_at, id) < (${after[0]}, ${after[1]})`;
  return await (older ? query.where(older) : query).execute();
}
