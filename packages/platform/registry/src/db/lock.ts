import { sql } from "kysely";
import type { Db } from "./db.ts";

/** Keeps others who ask for the same subject waiting until the transaction ends. */
export async function lock(tx: Db, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(tx);
}
