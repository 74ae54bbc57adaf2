import { join } from "node:path";
import { parseReleaseRef, type Release, type ReleaseRef, releaseSchema } from "@sliceway/manifest";
import { parseFile } from "@sliceway/service-kit";

/** Where a release's server lies. */
export function serverDir(releasesDir: string, ref: ReleaseRef): string {
  return join(releaseDir(releasesDir, ref), "server");
}

/** A published release, from its `release.json`. Throws FILE_UNREADABLE or FILE_INVALID. */
export function readRelease(releasesDir: string, ref: ReleaseRef): Promise<Release> {
  return parseFile(releaseSchema, join(releaseDir(releasesDir, ref), "release.json"));
}

function releaseDir(releasesDir: string, ref: ReleaseRef): string {
  const { slice, id } = parseReleaseRef(ref);
  return join(releasesDir, slice, id);
}
