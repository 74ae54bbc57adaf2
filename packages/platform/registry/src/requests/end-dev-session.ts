import { type Caller, requireRights } from "../access/caller.ts";
import type { Context } from "../context.ts";
import {
  type DevSession,
  deleteDevSession,
  expireDevSession,
  findDevSession,
  listExpiredDevSessions,
  listWork,
} from "../db/dev-sessions.ts";
import { tryEach } from "../reconciliation/try-each.ts";
import { commitChange } from "../routing/commit-change.ts";

/** Ends somebody's work: its preview closes, its files go. Nothing if it is over already. */
export async function endDevSession(
  context: Context,
  key: Pick<DevSession, "id" | "name">,
  by: Caller,
): Promise<void> {
  const session = await findDevSession(context.db, key.name, context.now());
  if (session?.id !== key.id) return;
  requireRights(by, [session.slice]);
  await expireDevSession(context.db, key.id, context.now());
  await clearAway(context, session, by);
}

/** Ends the work of those who are silent: a killed process, a machine that sleeps. */
export async function endSilentDevSessions(context: Context): Promise<void> {
  const by: Caller = { name: "registry", slices: "all" };
  const sessions = await listExpiredDevSessions(context.db, context.now());
  await tryEach(sessions, (session) => clearAway(context, session, by));
}

/** In this order: as long as something is left to do, the session is there to be found. */
async function clearAway(context: Context, { id, slice, name }: DevSession, by: Caller): Promise<void> {
  await commitChange(context, { kind: "end-preview", name, dev: id, by: by.name });
  // What is written of them stays; nobody starts them again.
  for (const work of [{ slice, id }, ...(await listWork(context.db, id))]) await context.files.remove(work);
  const isOver = await deleteDevSession(context.db, id, context.now());
  if (isOver) context.log.info({ id, slice, name }, "development is over");
}
