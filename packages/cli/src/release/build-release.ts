import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { computeReleaseId, type Release, releaseSchema, type SliceManifest } from "@sliceway/manifest";
import { parseFile } from "@sliceway/service-kit";
import { buildServer } from "./build-server.ts";
import { buildWeb } from "./build-web.ts";
import { listFiles } from "./list-files.ts";
import { readManifest } from "./read-manifest.ts";
import { readReleaseFile } from "./release-files.ts";
import { type ReleaseDraft, sealRelease } from "./seal-release.ts";

/** What a build is doing. */
export type BuildStep = "web" | "server" | "seal";

export interface BuildReleaseOptions {
  /** The folder with slice.json: `slices/posts`, `shell`. */
  sliceDir: string;
  /** The release is written to `<releasesDir>/<slice>/<id>/`. */
  releasesDir: string;
  /** Where it is put together; on the same disk as `releasesDir`, which is the default. */
  tmpDir?: string;
  onStep?: (step: BuildStep) => void;
}

/**
 * Builds a slice or the shell: remote, server bundle, schema, documents and migrations, hashed into one immutable
 * release. The same sources give the same id in any folder; what was built already is left as it is.
 *
 * Throws SlicewayError: `FILE_UNREADABLE`, `FILE_INVALID`, `SLICE_MISNAMED`, `SCHEMA_MISSING`, `SERVER_BUILD_FAILED` and
 * web-kit's `BUILD_FAILED`, `MODULE_MISSING`, `DOCUMENT_INVALID` ..., each with file and line in its message.
 */
export async function buildRelease(options: BuildReleaseOptions): Promise<Release> {
  const sliceDir = resolve(options.sliceDir);
  const releasesDir = resolve(options.releasesDir);
  const manifest = await readManifest(sliceDir);
  const tmpDir = resolve(options.tmpDir ?? releasesDir);
  await mkdir(tmpDir, { recursive: true });
  const workDir = await mkdtemp(join(tmpDir, ".build-"));
  try {
    const draft = await buildDraft(manifest, sliceDir, workDir, options.onStep);
    const id = await computeReleaseId(draft, readReleaseFile(workDir));
    const home = join(releasesDir, manifest.name, id);
    if (existsSync(join(home, "release.json")))
      return await parseFile(releaseSchema, join(home, "release.json"));
    options.onStep?.("seal");
    const release = await sealRelease(draft, id, workDir);
    await moveInto(workDir, home);
    return release;
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function buildDraft(
  manifest: SliceManifest,
  sliceDir: string,
  workDir: string,
  onStep: BuildReleaseOptions["onStep"],
): Promise<ReleaseDraft> {
  onStep?.("web");
  const web = await buildWeb(manifest, sliceDir, join(workDir, "web"));
  onStep?.("server");
  const server = await buildServer(manifest, sliceDir, join(workDir, "server"));
  const paths = await listFiles(workDir);
  return {
    format: 1,
    slice: manifest.name,
    role: manifest.role,
    manifest,
    ...server,
    ...web,
    files: paths.map((path) => ({ path })),
  };
}

/** Another build may have been first with the same content; a folder without release.json is what an ended one left. */
async function moveInto(workDir: string, home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  try {
    await rename(workDir, home);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    if (existsSync(join(home, "release.json"))) return;
    await rm(home, { recursive: true, force: true });
    await rename(workDir, home);
  }
}
