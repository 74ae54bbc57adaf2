import { parseReleaseRef } from "@sliceway/manifest";
import type { ChangedServer } from "../deployment/facts.ts";
import type { Db } from "./db.ts";
import { findRelease } from "./releases.ts";

/** Those of the releases, given as `slice@id`, that have a server. */
export async function listServers(db: Db, refs: readonly string[]): Promise<ChangedServer[]> {
  const releases = await Promise.all(refs.map((ref) => findRelease(db, parseReleaseRef(ref))));
  return releases.flatMap((release) =>
    release?.manifest.server
      ? [{ slice: release.slice, release: release.id, hasMigrations: release.migrations.length > 0 }]
      : [],
  );
}
