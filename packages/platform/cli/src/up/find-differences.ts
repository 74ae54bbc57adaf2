import type { Context } from "../context.ts";
import { findBuild } from "../release/find-build.ts";
import { sourceFingerprint } from "../release/source-fingerprint.ts";

/** Slices whose sources in the tree are not those of the live release, sorted. `live`: slice to release id. */
export async function findDifferences(
  { project, buildsDir }: Context,
  live: Record<string, string>,
): Promise<string[]> {
  const differs = async ([slice, sliceDir]: [string, string]) => {
    const build = await findBuild(buildsDir, slice, await sourceFingerprint(project.dir, sliceDir));
    return build === undefined || build.id !== live[slice];
  };
  const slices = [...project.slices];
  const answers = await Promise.all(slices.map(differs));
  return slices.filter((_, index) => answers[index]).map(([slice]) => slice);
}
