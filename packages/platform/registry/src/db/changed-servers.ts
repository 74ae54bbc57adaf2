import { parseReleaseRef, releaseRef } from "@sliceway/protocol";
import type { ChangedServer } from "../deployment/facts.ts";
import type { Db } from "./db.ts";
import { findRelease } from "./releases.ts";

/** Those of the releases, given as `slice@id`, that have a server; `isolated` ones migrate as part of their start. */
export async function listServers(
  db: Db,
  refs: readonly string[],
  isolated: readonly string[] = [],
): Promise<ChangedServer[]> {
  const releases = await Promise.all(refs.map((ref) => findRelease(db, parseReleaseRef(ref))));
  return releases.flatMap((release) => {
    if (!release?.manifest.server) return [];
    const { slice, id, migrations } = release;
    const isIsolated = isolated.includes(releaseRef(release));
    const hasMigrations = migrations.length > 0 && !isIsolated;
    return [{ slice, release: id, hasMigrations, isolated: isIsolated }];
  });
}
