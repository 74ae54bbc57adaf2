import type { Routing } from "@sliceway/protocol";
import type { RollbackRequest } from "@sliceway/protocol/api";
import { type Caller, requireRights } from "../access/caller.ts";
import type { Context } from "../context.ts";
import { commitChange } from "../routing/commit-change.ts";

/**
 * Ends the slice's canary, if it has one; else makes the slice's rollback vector live at once, unless `only` a canary is
 * to end. Throws `NO_ROLLBACK`, `BELOW_ROLLBACK_FLOOR` or `RIGHT_MISSING`.
 */
export async function rollBack(
  context: Context,
  { slice, only }: RollbackRequest,
  by: Caller,
): Promise<Routing> {
  requireRights(by, [slice]);
  return await commitChange(context, { kind: "roll-back", slice, only, by });
}
