import type { Transaction } from "kysely";
import type { Context } from "../context.ts";
import { deleteExpiredSessions, insertSession } from "../db/sessions.ts";
import type { Tables } from "../db/tables.ts";
import { createSession } from "../session.ts";

/** Stores a new session, which the browser is handed after the commit. */
export async function openSession(
  context: Context,
  tx: Transaction<Tables>,
  accountId: string,
): Promise<void> {
  const now = context.now();
  const session = createSession(accountId, now);
  await deleteExpiredSessions(tx, accountId, now);
  await insertSession(tx, session);
  context.session.open(session.id);
}
