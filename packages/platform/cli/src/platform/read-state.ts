import { SlicewayError } from "@sliceway/errors";
import type { RegistryState } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";
import { errors } from "../errors.ts";

const PATIENCE_MS = 10_000;

/** The registry's state as it is now: the first word of its watch stream. Throws SlicewayError `REGISTRY_SILENT`. */
export async function readState(registry: RegistryClient): Promise<RegistryState> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS);
  try {
    for await (const state of registry.watch(controller.signal)) return state;
    throw new SlicewayError(errors.REGISTRY_SILENT(`The registry said nothing for ${PATIENCE_MS / 1000} s.`));
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}
