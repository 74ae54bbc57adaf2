import type { Routing } from "@sliceway/manifest";
import { checkFloor } from "../checks/check-floor.ts";
import type { Context } from "../context.ts";
import { lockDatabase } from "../db/database-migrations.ts";
import type { Db } from "../db/db.ts";
import { findRelease } from "../db/releases.ts";
import { readOutlines } from "../db/vectors.ts";
import { Refusal } from "../refusal.ts";
import { readDatabaseView } from "./read-database-view.ts";

/**
 * Throws `BELOW_ROLLBACK_FLOOR` if one of the releases (slice to id) that would become live uses what its database has
 * no more. Until `tx` ends nothing more is taken away.
 */
export async function refuseBelowFloor(
  context: Context,
  tx: Db,
  { before, after }: { before: Routing; after: Record<string, string> },
): Promise<void> {
  const live = before.live === null ? {} : (await readOutlines(tx, [before.live])).get(before.live)?.releases;
  const changes = Object.entries(after).filter(([slice, id]) => live?.[slice] !== id);
  for (const [slice, id] of changes.sort()) {
    const release = await findRelease(tx, { slice, id });
    if (!release?.manifest.server) continue;
    await lockDatabase(tx, slice);
    const problems = checkFloor(release, await readDatabaseView(context, tx, release));
    const [first] = problems;
    if (first) throw new Refusal("BELOW_ROLLBACK_FLOOR", first.message, first.fix, { problems });
  }
}
