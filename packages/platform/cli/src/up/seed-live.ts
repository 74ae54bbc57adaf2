import type { Platform } from "@sliceway/runtime";
import { orderSeeds } from "./order-seeds.ts";

/**
 * Loads the demo network into the slices that are live, telling `onSlice` of each before it begins. Resolves to their
 * names in that order; to none if nothing is live.
 */
export async function seedLive(
  { registry, seed }: Pick<Platform, "registry" | "seed">,
  onSlice: (name: string) => void = () => {},
): Promise<string[]> {
  const { live } = await registry.getRouting();
  if (live === null) return [];
  const { releases, slices } = await registry.getVector(live);
  const names = orderSeeds(slices.map(({ manifest }) => manifest));
  for (const name of names) {
    onSlice(name);
    await seed(`${name}@${releases[name]}`);
  }
  return names;
}
