import type { Readable } from "node:stream";
import { type Caller, requireRights } from "../access/caller.ts";
import type { Context } from "../context.ts";
import { findDevSession } from "../db/dev-sessions.ts";
import { requireReleasePath } from "../publish/release-path.ts";
import { Refusal } from "../refusal.ts";

/** Stores a file of the remote that somebody works on, in the place of the one before. Throws `DEV_OVER`. */
export async function receiveDevFile(
  { db, files, now }: Context,
  { name, path, bytes }: { name: string; path: string; bytes: Readable },
  by: Caller,
): Promise<void> {
  const checked = requireReleasePath(`web/${path}`);
  const session = await findDevSession(db, name, now());
  if (!session)
    throw new Refusal(
      "DEV_OVER",
      `Nobody works under the name ${name} any more.`,
      "Begin again: sliceway dev.",
    );
  requireRights(by, [session.slice]);
  await files.replace(session, checked, bytes);
}
