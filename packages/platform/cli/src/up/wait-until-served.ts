import type { RegistryState } from "@sliceway/protocol";
import type { Platform } from "@sliceway/runtime";

/** A slice that does not come up must not keep the others from being used. */
const PATIENCE_MS = 30_000;

/** Waits for the gateway, and for the servers of all live slices as long as is sensible. Names those that are missing. */
export async function waitUntilServed(platform: Platform, signal: AbortSignal): Promise<string[]> {
  let missing: string[] = [];
  const isServed = (state: RegistryState) => {
    missing = missingServers(state);
    return missing.length === 0;
  };
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const served = platform.until(isServed, patience).catch(() => signal.throwIfAborted());
  await Promise.all([platform.gatewayReady, served]);
  return missing;
}

/** Live slices without a server that is ready, as `slice@id`. */
export function missingServers({ wanted, instances }: RegistryState): string[] {
  const ready = new Set(
    instances.filter(({ state }) => state === "ready").map(({ slice, release }) => `${slice}@${release}`),
  );
  const live = wanted.filter(({ reason }) => reason === "live");
  return live.map(({ slice, release }) => `${slice}@${release}`).filter((ref) => !ready.has(ref));
}
