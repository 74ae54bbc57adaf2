import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Release, SliceManifest } from "@sliceway/protocol";
import { buildServer } from "./build-server.ts";
import { buildWeb } from "./build-web.ts";
import { listFiles } from "./list-files.ts";
import { readManifest } from "./read-manifest.ts";
import type { ReleaseDraft } from "./seal-release.ts";
import { storeRelease } from "./store-release.ts";

/** What a build is doing. */
export type BuildStep = "web" | "server" | "seal";

export interface BuildReleaseOptions {
  /** The folder with slice.json: `slices/posts`, `shell`. */
  sliceDir: string;
  /** The release is written to `<releasesDir>/<slice>/<id>/`. */
  releasesDir: string;
  /** Where it is put together; on the same disk as `releasesDir`, which is the default. */
  tmpDir?: string;
  /** For somebody who works on a slice: with React's development build, and nothing compressed. */
  development?: boolean;
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
    const draft = await buildDraft(manifest, sliceDir, workDir, options);
    const onSeal = () => options.onStep?.("seal");
    return await storeRelease(draft, { workDir, releasesDir, development: options.development, onSeal });
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

async function buildDraft(
  manifest: SliceManifest,
  sliceDir: string,
  workDir: string,
  { onStep, development }: BuildReleaseOptions,
): Promise<ReleaseDraft> {
  onStep?.("web");
  const web = await buildWeb(manifest, { sliceDir, outDir: join(workDir, "web"), development });
  onStep?.("server");
  const server = await buildServer(manifest, { sliceDir, outDir: join(workDir, "server") });
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
