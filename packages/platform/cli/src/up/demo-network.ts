import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Platform } from "@sliceway/runtime";
import { writeFileAtomically } from "@sliceway/service-kit";
import type { Context } from "../context.ts";
import { inStep } from "../report/steps.ts";
import { seedLive } from "./seed-live.ts";

/** Stands in the home, so that an interrupted first start is made up for by the next one. */
type Mark = "wanted" | "loaded" | "declined";

/** Remembers that the demo network is to be loaded. */
export function wantDemoNetwork(context: Context): Promise<void> {
  return writeMark(context, "wanted");
}

/** Leaves the demo network out if it is not there yet. */
export async function declineDemoNetwork(context: Context): Promise<void> {
  if ((await readMark(context)) === "wanted") await writeMark(context, "declined");
}

/** Loads the demo network into the live slices if that is still to be done. Resolves to whether it is there. */
export async function loadDemoNetwork(context: Context, platform: Platform): Promise<boolean> {
  const mark = await readMark(context);
  if (mark !== "wanted") return mark === "loaded";
  const { live } = await platform.registry.getRouting();
  if (live === null) return false;
  await inStep(
    context.io,
    "seed",
    (step) => seedLive(platform, step.note),
    (names) => names.join(", ") || "nothing to load",
  );
  await writeMark(context, "loaded");
  return true;
}

function writeMark({ home }: Context, mark: Mark): Promise<void> {
  return writeFileAtomically(join(home.state, "demo-network"), mark);
}

async function readMark({ home }: Context): Promise<string> {
  return readFile(join(home.state, "demo-network"), "utf8").catch(() => "");
}
