import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  RELEASE_TOKEN,
  type Release,
  type ReleaseFile,
  type ReleaseParts,
  releaseSchema,
  replaceToken,
} from "@sliceway/protocol";
import { writeTwin } from "./write-twin.ts";

/** A built release without its id; RELEASE_TOKEN stands in its place, in texts and in files. */
export type ReleaseDraft = ReleaseParts;

interface SealOptions {
  id: string;
  /** Holds the files. */
  dir: string;
  compress: boolean;
}

/** Puts the id into the files in `dir`, writes their compressed twins and, last of all, `release.json`. */
export async function sealRelease(draft: ReleaseDraft, options: SealOptions): Promise<Release> {
  const { id, dir } = options;
  const files = await Promise.all(draft.files.map(({ path }) => sealFile(path, options)));
  const text = JSON.stringify({ ...draft, id, files }, null, 2).replaceAll(RELEASE_TOKEN, id);
  const release = releaseSchema.parse(JSON.parse(text));
  await writeFile(join(dir, "release.json"), `${text}\n`);
  return release;
}

async function sealFile(path: string, { id, dir, compress }: SealOptions): Promise<ReleaseFile> {
  const file = join(dir, path);
  const built = await readFile(file);
  const bytes = replaceToken(path, built, id);
  if (bytes !== built) await writeFile(file, bytes);
  const brotliBytes = compress ? await writeTwin(file, path, bytes) : undefined;
  return {
    path,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    ...(path.startsWith("web/") && { integrity: integrityOf(bytes) }),
    ...(brotliBytes !== undefined && { brotliBytes }),
  };
}

function integrityOf(bytes: Buffer): string {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
