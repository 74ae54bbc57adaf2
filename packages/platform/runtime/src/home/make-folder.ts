import { existsSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder, for its owner only, with those above it. Node's own recursive `mkdir` never returns where a file
 * system refuses folders with ENOENT, as /proc does.
 */
export async function makeFolder(dir: string): Promise<void> {
  if (existsSync(dir) && statSync(dir).isDirectory()) return;
  const parent = dirname(dir);
  if (!existsSync(parent)) await makeFolder(parent);
  await mkdir(dir, { mode: 0o700 });
}
