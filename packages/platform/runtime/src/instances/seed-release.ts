import { SlicewayError } from "@sliceway/errors";
import type { ReleaseRef } from "@sliceway/protocol";
import { errors } from "../errors.ts";
import { runChild } from "../process/run-child.ts";
import { type InstancePlace, instanceCommand } from "./instance-command.ts";
import { readRelease } from "./release-files.ts";

/**
 * Runs a release's `seed` command, if it has one, with the environment of its server. Resolves to whether it has one.
 * Throws `SEED_FAILED`.
 */
export async function seedRelease(ref: ReleaseRef, place: InstancePlace): Promise<boolean> {
  const { manifest } = await readRelease(place.paths, ref);
  if (!manifest.server?.seed) return false;
  const command = await instanceCommand(ref, manifest.server.seed, place);
  const { end } = await runChild(place.house, ref, command);
  const { code, reason } = await end;
  if (code === 0) return true;
  throw new SlicewayError(
    errors.SEED_FAILED(`The demo network could not be loaded into ${manifest.name}: ${reason}.`, {
      slice: manifest.name,
    }),
  );
}
