import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";

/** The repository's root. */
export const projectDir = resolve(import.meta.dirname, "../../../..");

/** Builds are kept between runs; a change of the sources makes new ones. */
export const buildsDir = join(projectDir, "node_modules/.cache/sliceway/builds");

/** Folders of all slices and of the shell. */
export async function listSliceDirs(): Promise<string[]> {
  const slices = await readdir(join(projectDir, "slices"));
  return [...slices.sort().map((slice) => join(projectDir, "slices", slice)), join(projectDir, "shell")];
}
