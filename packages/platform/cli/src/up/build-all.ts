import { type Release, releaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { renderMs } from "../report/render-ms.ts";
import { startStep } from "../report/steps.ts";
import { buildApart } from "./build-apart.ts";

/** More at the same time would only take turns on a small machine. */
const AT_ONCE = 2;

/** Builds every slice of the project and its shell. One that cannot be built ends the others. */
export async function buildAll({ io, project, buildsDir }: Context, signal: AbortSignal): Promise<Release[]> {
  const step = startStep(io, "build");
  const failed = new AbortController();
  const [waiting, doing, releases] = [[...project.slices], new Map<string, string>(), [] as Release[]];
  const note = () => step.note([...doing].map(([slice, part]) => `${slice}: ${part}`).join(", "));

  const build = async ([slice, sliceDir]: [string, string]) => {
    const startedAt = performance.now();
    const onStep = (part: string) => {
      doing.set(slice, part);
      note();
    };
    onStep("begins");
    const options = { projectDir: project.dir, sliceDir, releasesDir: buildsDir, onStep };
    const release = await buildApart({ ...options, signal: AbortSignal.any([signal, failed.signal]) });
    doing.delete(slice);
    releases.push(release);
    io.print(`  ${"".padEnd(8)}  ${releaseRef(release)}  ${renderMs(performance.now() - startedAt)}`);
  };
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await build(next);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (error) {
    failed.abort();
    step.fail(signal.aborted ? "stopped" : "failed");
    throw error;
  }
  step.done(`${releases.length} releases`);
  return releases;
}
