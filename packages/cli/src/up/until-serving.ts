import type { RegistryState, Vector } from "@sliceway/manifest";
import type { Platform } from "@sliceway/runtime";

/** A slice that is not up by then is left to come up by itself; the rest is served. */
const PATIENCE_MS = 30_000;

/** Waits until the gateway serves and every live slice has a server. Says what there is, in a few words. */
export async function untilServing(platform: Platform, signal: AbortSignal): Promise<string> {
  await platform.gatewayReady;
  const { routing } = await platform.until((state) => state.routing.live !== null, signal);
  const vector = await platform.registry.getVector(routing.live ?? "");
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const state = await platform
    .until((now) => missing(vector, now).length === 0, patience)
    .catch(() => platform.until(() => true, signal));
  const late = missing(vector, state);
  if (late.length > 0) return `without ${late.join(", ")}: see \`npx sliceway logs ${late[0]}\``;
  return vector.slices.map(({ slice }) => slice).join(", ");
}

/** Slices of the vector whose server is not ready. */
function missing(vector: Vector, state: RegistryState): string[] {
  const isReady = (slice: string, release: string) =>
    state.instances.some((one) => one.slice === slice && one.release === release && one.state === "ready");
  return vector.slices
    .filter(({ slice, release, manifest }) => manifest.server && !isReady(slice, release))
    .map(({ slice }) => slice);
}
