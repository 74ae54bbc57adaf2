import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";

/**
 * Puts `content` in the place of the file at `path`, or makes it: whoever reads it, also after a crash, finds the old
 * content or the new one, never half of it. Of writers at the same time the last one wins. The folder must be there;
 * on an error (of `node:fs`) the file is as it was.
 *
 * @param mode the new file's permissions, before the umask; those of the old file do not matter
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  mode = 0o644,
): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { mode, flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
