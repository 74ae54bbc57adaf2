import { SlicewayError } from "@sliceway/errors";
import type { Vector } from "@sliceway/protocol";
import { createRegistryClient } from "@sliceway/protocol/client";
import { errors } from "./errors.ts";

/** The vector of that id, or the one that is live. Throws RegistryError, or SlicewayError `NOTHING_LIVE`. */
export async function readVector(registryUrl: string, id?: string): Promise<Vector> {
  const registry = createRegistryClient({ url: registryUrl });
  const wanted = id ?? (await registry.getRouting()).live;
  if (wanted) return registry.getVector(wanted);
  throw new SlicewayError(errors.NOTHING_LIVE("No vector is live."));
}
