import type { Release } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";
import { type Build, makeBuild, type ReleaseSketch } from "./make-release.ts";
import { publishSigned } from "./publish-signed.ts";

/** Uploads and commits, as the CLI does. */
export async function publishBuild(client: RegistryClient, { release, files }: Build): Promise<void> {
  for (const [path, bytes] of files) await client.putFile(release, path, bytes);
  await publishSigned(client, release);
}

export async function publish(
  client: RegistryClient,
  slice: string,
  sketch: ReleaseSketch,
): Promise<Release> {
  const build = await makeBuild(slice, sketch);
  await publishBuild(client, build);
  return build.release;
}
