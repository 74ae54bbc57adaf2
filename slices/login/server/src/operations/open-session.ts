import type { Transaction } from "kysely";
import type { Context } from "../context.ts";
import { deleteExpiredSessions, insertSession } from "../db/sessions.ts";
import type { Tables } from "../db/tables.ts";
import { createSession } from "../session.ts";

/**
 * Stores a new session; the function it gives hands it to the browser. Call that after the commit: a browser must
 * not hold a session that was rolled back.
 */
export async function openSession(
  context: Context,
  tx: Transaction<Tables>,
  accountId: string,
): Promise<() => void> {
  const now = context.now();
  const { session, token, maxAgeSeconds } = createSession(accountId, now);
  await deleteExpiredSessions(tx, accountId, now);
  await insertSession(tx, session);
  return () => context.session.open(token, maxAgeSeconds);
}
