import { parseReleaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { findDevSession } from "../db/dev-sessions.ts";
import { findRelease } from "../db/releases.ts";
import { Refusal } from "../refusal.ts";

/**
 * What somebody works on is seen in that person's preview and nowhere else, and nothing else is seen there. Resolves to
 * the session that the releases (`slice@id`) belong to.
 */
export async function checkDev(
  { db, now }: Context,
  refs: readonly string[],
  preview: string | undefined,
): Promise<string | undefined> {
  const releases = await Promise.all(refs.map((ref) => findRelease(db, parseReleaseRef(ref))));
  const devs = new Set(releases.flatMap((release) => release?.dev ?? []));
  const session = preview === undefined ? undefined : await findDevSession(db, preview, now());
  if (devs.size === 0 && !session) return undefined;
  if (devs.size === 1 && session && devs.has(session.id)) return session.id;
  if (session && devs.size === 0)
    throw new Refusal(
      "DEPLOYMENT_INVALID",
      `Somebody works under the name ${preview}.`,
      "Take another name.",
    );
  throw new Refusal(
    "DEPLOYMENT_INVALID",
    `${refs.join(" ")} is what somebody works on, and seen by nobody else.`,
    "Deploy the slice itself: sliceway deploy <slice>.",
  );
}
