import { createSigningKey, type Release, signRelease } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";

const key = createSigningKey();

/**
 * Commits a release whose files are uploaded, signed by a team that the registry knows: the key of this process is
 * registered for the slice first, so `client` is the administrator's.
 */
export async function publishSigned(client: RegistryClient, release: Release): Promise<void> {
  await client.addSigningKey(release.slice, key.publicKey);
  await client.publish(release, signRelease(release, key));
}
