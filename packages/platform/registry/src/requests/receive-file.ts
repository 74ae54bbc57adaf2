import type { Readable } from "node:stream";
import { releaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { isPublished } from "../db/releases.ts";
import { publishErrors } from "../publish/publish-errors.ts";
import { requireReleasePath } from "../publish/release-path.ts";
import { Refusal } from "../refusal.ts";

type ReleaseKey = { slice: string; id: string };

/** Stores a file of a release that is not published yet. */
export async function receiveFile(
  { db, files }: Context,
  release: ReleaseKey,
  path: string,
  bytes: Readable,
) {
  const checked = requireReleasePath(path);
  if (await isPublished(db, release)) throw releaseCommitted(release);
  await files.receive(release, checked, bytes);
}

function releaseCommitted(release: ReleaseKey): Refusal {
  return new Refusal(
    publishErrors.RELEASE_COMMITTED(`${releaseRef(release)} is published; its files do not change any more.`),
  );
}
