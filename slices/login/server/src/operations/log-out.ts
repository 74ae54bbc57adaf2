import type { Context } from "../context.ts";
import { deleteSession } from "../db/sessions.ts";

/** Fine for visitors too: whoever logs out twice is still logged out. */
export async function logOut({ session, transaction }: Context): Promise<{ ok: true }> {
  return transaction(async (tx) => {
    if (session.id) await deleteSession(tx, session.id);
    session.close();
    return { ok: true };
  });
}
