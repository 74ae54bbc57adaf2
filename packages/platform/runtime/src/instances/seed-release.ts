import { SlicewayError } from "@sliceway/errors";
import type { ReleaseRef } from "@sliceway/protocol";
import { errors } from "../errors.ts";
import { runChild } from "../process/run-child.ts";
import { instanceCommand } from "./instance-command.ts";
import type { InstanceContext } from "./instance-context.ts";
import { readRelease } from "./release-files.ts";

/**
 * Runs a release's `seed` command, if it has one, with the environment of its server. Resolves to whether it has one.
 * Throws `SEED_FAILED`.
 */
export async function seedRelease(ref: ReleaseRef, context: InstanceContext): Promise<boolean> {
  const { manifest } = await readRelease(context.paths, ref);
  if (!manifest.server?.seed) return false;
  const command = await instanceCommand(ref, manifest.server.seed, context);
  const { end } = await runChild(context.children, ref, command);
  const { code, reason } = await end;
  if (code === 0) return true;
  throw new SlicewayError(
    errors.SEED_FAILED(`The demo network could not be loaded into ${manifest.name}: ${reason}.`, {
      slice: manifest.name,
    }),
  );
}
