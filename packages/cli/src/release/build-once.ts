import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Release, releaseSchema } from "@sliceway/manifest";
import { parseFile } from "@sliceway/service-kit";
import { type BuildReleaseOptions, buildRelease } from "./build-release.ts";
import { sourceFingerprint } from "./source-fingerprint.ts";

export interface BuildOnceOptions extends BuildReleaseOptions {
  /** The folder that holds `slices/`, `packages/` and the lock file. */
  projectDir: string;
}

/** Builds a release as `buildRelease` does, unless these very sources were built into `releasesDir` before. */
export async function buildOnce(options: BuildOnceOptions): Promise<Release> {
  const fingerprint = await sourceFingerprint(options.projectDir, options.sliceDir);
  const built = await findBuild(options.releasesDir, basename(options.sliceDir), fingerprint);
  if (built) return built;
  const release = await buildRelease(options);
  await noteBuild(options.releasesDir, release, fingerprint);
  return release;
}

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

async function noteBuild(releasesDir: string, { slice, id }: Release, fingerprint: string): Promise<void> {
  const note = noteOf(releasesDir, slice, fingerprint);
  await mkdir(join(note, ".."), { recursive: true });
  const draft = `${note}.${process.pid}`;
  await writeFile(draft, id);
  await rename(draft, note);
}

/** A file whose name says the sources and whose content says the id. */
function noteOf(releasesDir: string, slice: string, fingerprint: string): string {
  return join(releasesDir, slice, ".sources", fingerprint);
}
