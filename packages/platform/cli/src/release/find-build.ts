import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Release, releaseSchema } from "@sliceway/protocol";
import { parseFile, writeFileAtomically } from "@sliceway/service-kit";

/** The release that was built from the sources with that fingerprint, if it lies in `releasesDir`. */
export async function findBuild(
  releasesDir: string,
  slice: string,
  fingerprint: string,
): Promise<Release | undefined> {
  const id = await readFile(noteOf(releasesDir, slice, fingerprint), "utf8").catch(() => undefined);
  const path = join(releasesDir, slice, id ?? "", "release.json");
  return id && existsSync(path) ? parseFile(releaseSchema, path) : undefined;
}

/** Remembers what a release was built from. */
export async function noteBuild(
  releasesDir: string,
  { slice, id }: Release,
  fingerprint: string,
): Promise<void> {
  const note = noteOf(releasesDir, slice, fingerprint);
  await mkdir(dirname(note), { recursive: true });
  await writeFileAtomically(note, id);
}

/** A file whose name says the sources and whose content says the id. */
function noteOf(releasesDir: string, slice: string, fingerprint: string): string {
  return join(releasesDir, slice, ".sources", fingerprint);
}
