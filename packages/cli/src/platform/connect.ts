import { createRegistryClient, type RegistryClient } from "@sliceway/registry/client";
import { findPlatform, type RunningPlatform, readSecrets } from "@sliceway/runtime";
import { SlicewayError } from "@sliceway/service-kit";
import type { Context } from "../context.ts";

export interface Connection extends RunningPlatform {
  /** With the right to publish, to deploy and to roll back. */
  registry: RegistryClient;
}

/** The platform that runs from this home. Throws SlicewayError `NOT_RUNNING`. */
export async function connect({ home }: Context): Promise<Connection> {
  const platform = await findPlatform(home.home);
  if (!platform) throw notRunning(home.home);
  const secrets = await readSecrets(home);
  const { registryUrl: url } = platform;
  return { ...platform, registry: createRegistryClient({ url, token: secrets.deployToken }) };
}

export function notRunning(homeDir: string): SlicewayError {
  return new SlicewayError(
    "NOT_RUNNING",
    `No platform runs from ${homeDir}.`,
    "Start it with `npm start` in another terminal, or set SLICEWAY_HOME to the home of the one that runs.",
  );
}
