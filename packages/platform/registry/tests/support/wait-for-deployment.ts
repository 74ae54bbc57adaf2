import type { Deployment } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";
import { vi } from "vitest";

/** The first state of a deployment that fits; what it looked like last if none does. */
export async function waitForDeployment(
  { client }: { client: RegistryClient },
  id: string,
  fits: (deployment: Deployment) => boolean,
): Promise<Deployment> {
  return await vi.waitFor(
    async () => {
      const deployment = await client.getDeployment(id);
      if (!fits(deployment)) throw new Error(JSON.stringify(deployment, null, 1));
      return deployment;
    },
    { timeout: 20_000, interval: 20 },
  );
}
