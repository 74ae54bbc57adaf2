import { createRegistryClient, type RegistryClient } from "@sliceway/registry/client";
import { findPlatform, type RunningPlatform, readSecrets } from "@sliceway/runtime";
import { SlicewayError } from "@sliceway/service-kit";
import type { Context } from "../context.ts";

export interface Connection extends RunningPlatform {
  /** With the right to publish, to deploy and to roll back. */
  registry: RegistryClient;
}

/** The platform that runs from this home. Throws SlicewayError `NOT_RUNNING`. */
export async function connect({ paths }: Context): Promise<Connection> {
  const platform = await findPlatform(paths.home);
  if (!platform) throw notRunning(paths.home);
  const { deployToken } = await readSecrets(paths);
  return { ...platform, registry: createRegistryClient({ url: platform.registryUrl, token: deployToken }) };
}

function notRunning(home: string): SlicewayError {
  return new SlicewayError(
    "NOT_RUNNING",
    `No platform runs from ${home}.`,
    "Start it with `npm start` in another terminal, or set SLICEWAY_HOME to the home of the one that runs.",
  );
}
