import { basename } from "node:path";
import type { Release } from "@sliceway/protocol";
import { type BuildReleaseOptions, buildRelease } from "./build-release.ts";
import { findBuild, noteBuild } from "./find-build.ts";
import { sourceFingerprint } from "./source-fingerprint.ts";

export interface BuildOnceOptions extends BuildReleaseOptions {
  /** The folder that holds `slices/`, `packages/` and the lock file. */
  projectDir: string;
}

/** Builds a release as `buildRelease` does, unless these very sources were built into `releasesDir` before. */
export async function buildOnce(options: BuildOnceOptions): Promise<Release> {
  const sources = await sourceFingerprint(options.projectDir, options.sliceDir);
  const fingerprint = options.development ? `${sources}-development` : sources;
  const built = await findBuild(options.releasesDir, basename(options.sliceDir), fingerprint);
  if (built) return built;
  const release = await buildRelease(options);
  await noteBuild(options.releasesDir, release, fingerprint);
  return release;
}
