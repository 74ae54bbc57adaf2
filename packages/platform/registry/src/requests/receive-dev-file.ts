import type { Readable } from "node:stream";
import { type Caller, requireRights } from "../access/caller.ts";
import type { Context } from "../context.ts";
import { findDevSession } from "../db/dev-sessions.ts";
import { requireReleasePath } from "../publish/release-path.ts";
import { Refusal } from "../refusal.ts";
import { deploymentErrors } from "./deployment-errors.ts";

/** Stores a file of the remote that somebody works on, in the place of the one before. Throws `DEV_OVER`. */
export async function receiveDevFile(
  { db, files, now }: Context,
  { name, path, bytes }: { name: string; path: string; bytes: Readable },
  by: Caller,
): Promise<void> {
  const checked = requireReleasePath(`web/${path}`);
  const session = await findDevSession(db, name, now());
  if (!session) throw new Refusal(deploymentErrors.DEV_OVER(`Nobody works under the name ${name} any more.`));
  requireRights(by, [session.slice]);
  await files.replace(session, checked, bytes);
}
