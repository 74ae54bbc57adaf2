import { type Release, releaseRef } from "@sliceway/protocol";
import { RegistryError } from "@sliceway/protocol/client";
import type { Context } from "../context.ts";
import type { Connection } from "../platform/connect.ts";
import { buildOnce } from "../release/build-once.ts";
import { publishRelease } from "../release/publish-release.ts";
import type { DevReport } from "./dev-report.ts";

/**
 * The tree's shell with React's development build in it, which Fast Refresh needs: only who works on a slice gets it.
 * Undefined where there is none, or no right to show one; then pages are loaded anew with each save.
 */
export async function prepareShell(
  { project, buildsDir }: Context,
  { registry, sign }: Connection,
  report: DevReport,
): Promise<Release | undefined> {
  const sliceDir = project.slices.get(await findShell(registry));
  if (!sliceDir) return undefined;
  const step = report.prepare("shell");
  step.note("with React's development build");
  try {
    const options = { projectDir: project.dir, sliceDir, releasesDir: buildsDir, development: true };
    const release = await buildOnce(options);
    await publishRelease(registry, release, { releasesDir: buildsDir, sign });
    step.done(`${releaseRef(release)}, with React's development build`);
    return release;
  } catch (error) {
    step.fail("pages are loaded anew with each save");
    if (error instanceof RegistryError && error.code === "RIGHT_MISSING") return undefined;
    throw error;
  }
}

/** The name of the live shell; empty where nothing is live. */
async function findShell(registry: Connection["registry"]): Promise<string> {
  const { live } = await registry.getRouting();
  const slices = live === null ? [] : (await registry.getVector(live)).slices;
  return slices.find(({ role }) => role === "shell")?.slice ?? "";
}
