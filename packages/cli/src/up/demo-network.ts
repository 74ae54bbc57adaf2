import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Platform, writeFileWhole } from "@sliceway/runtime";
import type { Context } from "../context.ts";
import { inStep } from "../report/steps.ts";
import { orderSeeds } from "./order-seeds.ts";

/** Stands in the home, so that an interrupted first start is made up for by the next one. */
const fileOf = ({ home }: Context) => join(home.state, "demo-network");

/** Remembers that the demo network is to be loaded. */
export function wantDemoNetwork(context: Context): Promise<void> {
  return writeFileWhole(fileOf(context), "wanted");
}

/** Loads the demo network into the live slices if that is still to be done. Resolves to whether it is there. */
export async function loadDemoNetwork(context: Context, platform: Platform): Promise<boolean> {
  const mark = await readFile(fileOf(context), "utf8").catch(() => "");
  if (mark !== "wanted") return mark === "loaded";
  const { live } = await platform.registry.getRouting();
  if (live === null) return false;
  const { releases, slices } = await platform.registry.getVector(live);
  const names = orderSeeds(slices.map(({ manifest }) => manifest));
  await inStep(
    context.io,
    "seed",
    async (step) => {
      for (const name of names) {
        step.note(name);
        await platform.seed(`${name}@${releases[name]}`);
      }
    },
    () => names.join(", "),
  );
  await writeFileWhole(fileOf(context), "loaded");
  return true;
}
