import type { DevEnv } from "@sliceway/dev-env";

/** Id of the vector that is live. */
export async function findLive(registry: DevEnv["registry"]): Promise<string> {
  const { live } = await registry.getRouting();
  if (live === null) throw new Error("Nothing is live.");
  return live;
}
