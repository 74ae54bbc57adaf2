import { parseReleaseRef } from "@sliceway/protocol";
import type { Context } from "../../context.ts";
import { listKnown } from "../../db/database-migrations.ts";
import { findRelease } from "../../db/releases.ts";
import { listRunningReleases } from "../list-running-releases.ts";
import type { DatabaseView, RunningRelease } from "./database-view.ts";

/** What a release shares its slice's database with, itself left out. */
export async function readDatabaseView(
  { db, now }: Context,
  { slice, id }: { slice: string; id: string },
): Promise<DatabaseView> {
  const running: RunningRelease[] = [];
  for (const [ref, { why, isolated }] of await listRunningReleases(db, now())) {
    const other = parseReleaseRef(ref);
    if (isolated || other.slice !== slice || other.id === id) continue;
    const release = await findRelease(db, other);
    if (release) running.push({ release, why });
  }
  return { running, known: await listKnown(db, slice) };
}
