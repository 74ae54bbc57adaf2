import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildOnce } from "@sliceway/cli";
import type { Release } from "@sliceway/protocol";
import { buildsDir, projectDir } from "./project.ts";

/** Changes files of a slice: path in the slice's folder to what its text becomes. */
export type Edits = Record<string, (text: string) => string>;

/**
 * Another release of a slice, or of the shell: its sources in a folder of their own, edited, then built as any other.
 * What was built before is not built again.
 */
export async function buildVariant(slice: string, edits: Edits): Promise<Release> {
  const dir = await mkdtemp(join(tmpdir(), "sliceway-variant-"));
  try {
    const sliceDir = await copySlices(dir, slice);
    for (const [path, edit] of Object.entries(edits)) await editFile(join(sliceDir, path), edit);
    return await buildOnce({ projectDir, sliceDir, releasesDir: buildsDir });
  } finally {
    await rm(dir, { recursive: true });
  }
}

/** The slices of a project: of the others only what this one may know: manifest and contract. Resolves to the folder of `slice`. */
async function copySlices(dir: string, slice: string): Promise<string> {
  await symlink(join(projectDir, "node_modules"), join(dir, "node_modules"));
  const slices = await readdir(join(projectDir, "slices"));
  for (const name of slices) await copySlice(dir, name, name === slice);
  if (slices.includes(slice)) return join(dir, "slices", slice);
  await cp(join(projectDir, slice), join(dir, slice), { recursive: true });
  return join(dir, slice);
}

async function copySlice(dir: string, name: string, whole: boolean): Promise<void> {
  const from = join(projectDir, "slices", name);
  const to = join(dir, "slices", name);
  const parts = whole ? [""] : ["slice.json", "contract"];
  for (const part of parts) await cp(join(from, part), join(to, part), { recursive: true });
}

async function editFile(path: string, edit: (text: string) => string): Promise<void> {
  const before = await readFile(path, "utf8");
  const after = edit(before);
  if (after === before) throw new Error(`The edit of ${path} changes nothing.`);
  await writeFile(path, after);
}
