import { createHash } from "node:crypto";
import type { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";
import type { Release, releaseSchema } from "./release.ts";

/** Stands in place of the release's id while a release is built; as long as an id, legal in a JS identifier. */
export const RELEASE_TOKEN = "xxreleaseidx";

/** `release.json` as it is written: what has a default may be left out. */
type ReleaseDocument = z.input<typeof releaseSchema>;

/** What a release's id is made of: the release without `id`, and of its files only the paths. */
export type ReleaseParts = Omit<Release, "id" | "files"> & { files: readonly { path: string }[] };

/** Gives the bytes of a release's file by its path in the release (`web/remoteEntry.js`). */
export type ReadReleaseFile = (path: string) => Promise<Buffer>;

/**
 * The id of a release in which RELEASE_TOKEN still stands in place of the id, in texts and files alike.
 *
 * It is the first 12 hex digits of the sha256 over the canonical JSON of the parts, `files` being the list of
 * `{path, sha256}` sorted by path, with each file hashed as `readFile` gives it. Sizes, integrity and `.br`
 * twins follow from the bytes and are not hashed. Whoever builds a release calls this, then replaces the token
 * by the id (`replaceToken`), then fills in `files` from the final bytes.
 */
export async function computeReleaseId(parts: ReleaseParts, readFile: ReadReleaseFile): Promise<string> {
  const paths = parts.files.map((file) => file.path).sort();
  const files = [];
  for (const path of paths) files.push({ path, sha256: sha256(await readFile(path)) });
  return sha256(canonicalJson({ ...parts, id: undefined, files })).slice(0, 12);
}

/**
 * The id that a finished release should have, from its published bytes: puts the token back wherever the id
 * stands, then computes. Equals `release.id` exactly if nothing was changed after the build. A token that was
 * left in a finished release gives null: it would make two different releases look the same.
 */
export async function recomputeReleaseId(
  release: ReleaseDocument,
  readFile: ReadReleaseFile,
): Promise<string | null> {
  const text = JSON.stringify(release);
  if (text.includes(RELEASE_TOKEN)) return null;
  const parts: Release = JSON.parse(text.replaceAll(release.id, RELEASE_TOKEN));
  let tokenLeft = false;
  const computed = await computeReleaseId(parts, async (path) => {
    const bytes = await readFile(path.replaceAll(RELEASE_TOKEN, release.id));
    tokenLeft ||= isTokenText(path) && bytes.includes(RELEASE_TOKEN);
    return replaceInFile(path, bytes, release.id, RELEASE_TOKEN);
  });
  return tokenLeft ? null : computed;
}

/** Puts the id where the token stands, in a file that may hold it; other files come back as they are. */
export function replaceToken(path: string, bytes: Buffer, id: string): Buffer {
  return replaceInFile(path, bytes, RELEASE_TOKEN, id);
}

/** Only text files of the remote may hold the id: `web/` and one of .js .css .json .map .html */
export function isTokenText(path: string): boolean {
  return /^web\/.*\.(js|css|json|map|html)$/.test(path);
}

/** Works on latin1 so that every byte survives, whatever the encoding of the file. */
function replaceInFile(path: string, bytes: Buffer, from: string, to: string): Buffer {
  if (!isTokenText(path) || !bytes.includes(from)) return bytes;
  return Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1");
}

function sha256(data: Buffer | string): string {
  return createHash("sha256").update(data).digest("hex");
}
