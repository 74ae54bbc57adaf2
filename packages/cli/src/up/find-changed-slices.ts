import type { Platform } from "@sliceway/runtime";
import type { Context } from "../context.ts";
import { readLive } from "../platform/live.ts";
import { findBuild } from "../release/build-once.ts";
import { sourceFingerprint } from "../release/source-fingerprint.ts";

/** Slices whose sources are not those of the live release. One whose sources were never built counts as well. */
export async function findChangedSlices(context: Context, platform: Platform): Promise<string[]> {
  const { project, buildsDir } = context;
  const { releases } = await readLive(platform.registry);
  const found = [...project.slices].map(async ([slice, sliceDir]) => {
    const build = await findBuild(buildsDir, slice, await sourceFingerprint(project.dir, sliceDir));
    return build?.id === releases[slice] ? [] : [slice];
  });
  return (await Promise.all(found)).flat();
}
