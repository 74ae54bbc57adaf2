import { isDeepStrictEqual } from "node:util";
import type { Overview, RegistryClient } from "@sliceway/protocol/client";
import { sleep } from "@sliceway/service-kit";

export type GatewayCounts = Overview["traffic"];

/** Longer than a gateway waits between two reports. */
const CALM_MS = 3_000;
const PATIENCE_MS = 20_000;

/** What gateways have counted at each vector, once they have told all of it: nobody may send anything meanwhile. */
export async function readSettledCounts(
  registry: Pick<RegistryClient, "getOverview">,
): Promise<GatewayCounts> {
  const startedAt = performance.now();
  let counts = (await registry.getOverview()).traffic;
  for (let before: GatewayCounts | undefined; !isDeepStrictEqual(before, counts); ) {
    if (performance.now() - startedAt > PATIENCE_MS) break;
    before = counts;
    await sleep(CALM_MS);
    counts = (await registry.getOverview()).traffic;
  }
  return counts;
}

/** What was counted since. */
export function countsSince(before: GatewayCounts, now: GatewayCounts): GatewayCounts {
  return Object.fromEntries(
    Object.entries(now).map(([vector, { requests, failed }]) => [
      vector,
      {
        requests: requests - (before[vector]?.requests ?? 0),
        failed: failed - (before[vector]?.failed ?? 0),
      },
    ]),
  );
}
