import type { Context } from "../context.ts";
import { deleteSession } from "../db/sessions.ts";

/** Fine for visitors too: whoever logs out twice is still logged out. */
export async function logOut(context: Context): Promise<{ ok: true }> {
  if (context.session.id) await deleteSession(context.db, context.session.id);
  context.session.close();
  return { ok: true };
}
