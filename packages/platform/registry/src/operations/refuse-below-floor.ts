import type { Release } from "@sliceway/protocol";
import { checkFloor } from "../checks/check-floor.ts";
import { knows } from "../checks/migration-place.ts";
import type { Context } from "../context.ts";
import { listDeferring, listKnown, listMigrated, lockDatabase } from "../db/database-migrations.ts";
import type { Db } from "../db/db.ts";
import { findRelease } from "../db/releases.ts";
import { Refusal } from "../refusal.ts";
import { readDatabaseView } from "./read-database-view.ts";

interface LiveMove {
  /** Id of the vector that is live; null before the first. */
  live: string | null;
  /** Its releases, slice to id. */
  before: Record<string, string>;
  /** Releases of the vector that becomes live. */
  after: Record<string, string>;
}

/**
 * Throws `BELOW_ROLLBACK_FLOOR` if a release that would become live uses what its database has no more. Resolves to
 * those that could lose something before they are live: their databases have to be held until then.
 */
export async function refuseBelowFloor(
  context: Context,
  { live, before, after }: LiveMove,
): Promise<Release[]> {
  const changes = Object.entries(after).filter(([slice, id]) => before[slice] !== id);
  const slices = changes.map(([slice]) => slice);
  if (live === null || slices.length === 0) return [];
  const migrated = await listMigrated(context.db, slices);
  const deferring = (await listDeferring(context.db, live)).map(({ slice }) => slice);
  const contested = changes.filter(([slice]) => migrated.includes(slice) || deferring.includes(slice));
  const found = await Promise.all(contested.map(([slice, id]) => findRelease(context.db, { slice, id })));
  const releases = found.filter((release) => release !== undefined);
  for (const release of releases) await refuse(context, context.db, release);
  return releases.filter(({ slice }) => deferring.includes(slice));
}

/** Lets nothing more be taken away from the releases until `tx` ends; throws as above. */
export async function holdAboveFloor(context: Context, tx: Db, releases: readonly Release[]): Promise<void> {
  for (const release of releases.toSorted((a, b) => (a.slice < b.slice ? -1 : 1))) {
    await lockDatabase(tx, release.slice);
    await refuse(context, tx, release);
  }
}

/** Whether the database has had migrations that the release does not know: few have. */
async function isBehind(tx: Db, release: Release): Promise<boolean> {
  return (await listKnown(tx, release.slice)).some((known) => !knows(release, known));
}

async function refuse(context: Context, tx: Db, release: Release): Promise<void> {
  if (!(await isBehind(tx, release))) return;
  const problems = checkFloor(release, await readDatabaseView(context, tx, release));
  const [first] = problems;
  if (first) throw new Refusal("BELOW_ROLLBACK_FLOOR", first.message, first.fix, { problems });
}
