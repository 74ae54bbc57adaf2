import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Release } from "@sliceway/protocol";
import { type RegistryClient, RegistryError } from "@sliceway/protocol/client";
import type { Signer } from "../signing/create-signer.ts";

/** Files under way at the same time. */
const UPLOADS = 4;

/**
 * Uploads the release that lies in `<releasesDir>/<slice>/<id>/`: files and twins, then the metadata, signed, which commits it.
 * What the registry has already is not sent again: then it answers "known". Throws RegistryError.
 */
export async function publishRelease(
  registry: RegistryClient,
  release: Release,
  { releasesDir, sign }: { releasesDir: string; sign: Signer },
): Promise<"published" | "known"> {
  if (await isPublished(registry, release)) return "known";
  const dir = join(releasesDir, release.slice, release.id);
  const waiting = uploadPaths(release);
  const upload = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await registry.putFile(release, path, await readFile(join(dir, path)));
    }
  };
  try {
    await Promise.all(Array.from({ length: UPLOADS }, upload));
    await registry.publish(release, await sign(release));
  } catch (error) {
    // Somebody else published the same content meanwhile.
    if (error instanceof RegistryError && error.code === "RELEASE_COMMITTED") return "known";
    throw error;
  }
  return "published";
}

/** Everything that is uploaded, in the release's order, a twin after its file. */
export function uploadPaths(release: Release): string[] {
  return release.files.flatMap(({ path, brotliBytes }) =>
    brotliBytes === undefined ? [path] : [path, `${path}.br`],
  );
}

async function isPublished(registry: RegistryClient, { slice, id }: Release): Promise<boolean> {
  try {
    await registry.getRelease(slice, id);
    return true;
  } catch (error) {
    if (error instanceof RegistryError && error.status === 404) return false;
    throw error;
  }
}
