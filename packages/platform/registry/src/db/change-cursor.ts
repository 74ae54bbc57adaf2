import { sql } from "kysely";
import type { Db } from "./db.ts";

/** The count of changes so far; triggers move it, see migrations/registry. */
export async function readCursor(db: Db): Promise<number> {
  const row = await db.selectFrom("change").select("cursor").executeTakeFirstOrThrow();
  return Number(row.cursor);
}

/** Counts a change that no row shows: time went by. */
export async function countChange(db: Db): Promise<void> {
  await db.updateTable("change").set({ cursor: sql<number>`cursor + 1` }).execute();
}
