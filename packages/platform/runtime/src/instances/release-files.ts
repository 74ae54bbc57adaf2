import { join } from "node:path";
import { parseReleaseRef, type Release, type ReleaseRef, releaseSchema } from "@sliceway/protocol";
import { parseFile } from "@sliceway/service-kit";
import type { HomePaths } from "../home/home-paths.ts";

/** Where a release's server lies. */
export function serverDir(paths: HomePaths, ref: ReleaseRef): string {
  return join(releaseDir(paths, ref), "server");
}

/** A published release, from its `release.json`. Throws FILE_UNREADABLE or FILE_INVALID. */
export function readRelease(paths: HomePaths, ref: ReleaseRef): Promise<Release> {
  return parseFile(releaseSchema, join(releaseDir(paths, ref), "release.json"));
}

function releaseDir({ releases }: HomePaths, ref: ReleaseRef): string {
  const { slice, id } = parseReleaseRef(ref);
  return join(releases, slice, id);
}
