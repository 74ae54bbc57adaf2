import { readdir, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Release } from "@sliceway/protocol";

/** Removes what an interrupted upload of something else left: what nobody checked must not be served. */
export async function removeUnlisted(release: Release, dir: string): Promise<void> {
  const listed = new Set(
    release.files.flatMap(({ path, brotliBytes }) =>
      brotliBytes === undefined ? [path] : [path, `${path}.br`],
    ),
  );
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    const path = relative(dir, full).split(sep).join("/");
    if (!entry.isDirectory() && !listed.has(path)) await rm(full);
  }
}
