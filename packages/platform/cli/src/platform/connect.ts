import { SlicewayError } from "@sliceway/errors";
import { createRegistryClient, type RegistryClient } from "@sliceway/protocol/client";
import { findPlatform, type RunningPlatform, readSecrets } from "@sliceway/runtime";
import type { Context } from "../context.ts";
import { errors } from "../errors.ts";
import { createSigner, type Signer } from "../signing/create-signer.ts";

export interface Connection extends Pick<RunningPlatform, "registryUrl" | "gatewayUrl"> {
  /** With the right to publish, to deploy and to roll back. */
  registry: RegistryClient;
  sign: Signer;
}

/** The platform that runs from this home, or elsewhere. Throws SlicewayError `NOT_RUNNING` or `TOKEN_MISSING`. */
export async function connect({ config, home }: Context): Promise<Connection> {
  const platform = config.elsewhere ?? (await findPlatform(home.home));
  if (!platform) throw notRunning(home.home);
  const token = config.token ?? (config.elsewhere ? undefined : (await readSecrets(home)).adminToken);
  if (token === undefined) throw tokenMissing();
  const { registryUrl, gatewayUrl } = platform;
  const registry = createRegistryClient({ url: registryUrl, token });
  const isAdministrator = config.token === undefined;
  const sign = createSigner({ home, registry, given: config.signingKey, isAdministrator });
  return { registryUrl, gatewayUrl, registry, sign };
}

function tokenMissing(): SlicewayError {
  return new SlicewayError(
    errors.TOKEN_MISSING(
      "SLICEWAY_REGISTRY_URL names a platform that runs elsewhere, and there is no token for it.",
    ),
  );
}

export function notRunning(homeDir: string): SlicewayError {
  return new SlicewayError(errors.NOT_RUNNING(`No platform runs from ${homeDir}.`));
}
