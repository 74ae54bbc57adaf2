import type { Routing } from "@sliceway/protocol";
import type { RollbackRequest } from "@sliceway/protocol/api";
import { type Caller, requireRights } from "../access/caller.ts";
import type { Context } from "../context.ts";
import { readRouting } from "../db/routing.ts";
import { commitChange } from "../routing/commit-change.ts";
import { listCanariesOf } from "../routing/reach.ts";

/**
 * Ends the slice's canary, if it has one; else makes the slice's rollback vector live at once, unless `only` a canary is
 * to end. Nothing if somebody else has ended meanwhile the canary that there was. Throws `NO_ROLLBACK`,
 * `BELOW_ROLLBACK_FLOOR` or `RIGHT_MISSING`.
 */
export async function rollBack(
  context: Context,
  { slice, only }: RollbackRequest,
  by: Caller,
): Promise<Routing> {
  requireRights(by, [slice]);
  const canaries = listCanariesOf(await readRouting(context.db, context.now()), slice);
  const canary = canaries.length > 0 ? canaries.flatMap(({ releases }) => releases) : undefined;
  return await commitChange(context, { kind: "roll-back", slice, only, canary, by });
}
