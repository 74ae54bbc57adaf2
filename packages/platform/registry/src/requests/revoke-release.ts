import { type Routing, releaseRef } from "@sliceway/protocol";
import { type Caller, requireRights } from "../access/caller.ts";
import { releaseUnknown } from "../compose/ensure-vector.ts";
import type { Context } from "../context.ts";
import { isPublished } from "../db/releases.ts";
import { publishErrors } from "../publish/publish-errors.ts";
import { Refusal } from "../refusal.ts";
import { commitChange } from "../routing/commit-change.ts";

/**
 * Bars a release for ever: nobody is sent to it again, and pages that were loaded at it move at once. Throws
 * `RELEASE_UNKNOWN`, or `RELEASE_LIVE` while it is the live one.
 */
export async function revokeRelease(
  context: Context,
  release: { slice: string; id: string },
  by: Caller,
): Promise<Routing> {
  requireRights(by, [release.slice]);
  if (!(await isPublished(context.db, release))) {
    const { message } = releaseUnknown(release.slice, release.id);
    throw new Refusal(publishErrors.RELEASE_UNKNOWN(message));
  }
  const ref = releaseRef(release);
  const routing = await commitChange(context, { kind: "revoke", release: ref, by: by.name });
  context.log.warn({ release: ref, revision: routing.revision }, "release revoked");
  return routing;
}
