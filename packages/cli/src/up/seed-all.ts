import { releaseRef, type VectorSlice } from "@sliceway/manifest";
import type { Platform } from "@sliceway/runtime";
import type { Context } from "../context.ts";
import { readLive } from "../platform/live.ts";
import { inStep } from "../report/steps.ts";

/** Loads the demo network: each slice its own part, those that sign people in first. */
export async function seedAll({ io }: Context, platform: Platform): Promise<void> {
  const { routing } = await readLive(platform.registry);
  const vector = await platform.registry.getVector(routing.live ?? "");
  await inStep(
    io,
    "seed",
    async (step) => {
      for (const slice of vector.slices.toSorted((a, b) => turnOf(a) - turnOf(b))) {
        step.note(slice.slice);
        await platform.seed(releaseRef({ slice: slice.slice, id: slice.release }));
      }
    },
    () => "a demo network: log in as alice or bob, password open-sesame-1",
  );
}

function turnOf({ manifest }: VectorSlice): number {
  return manifest.provides.includes("identity") ? 0 : 1;
}
