import { access, constants, mkdir } from "node:fs/promises";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "./errors.ts";

/** Makes the state directory. Throws `STATE_DIR_UNWRITABLE` if that cannot be, or if nothing can be written there. */
export async function prepareStateDir(stateDir: string): Promise<void> {
  try {
    await mkdir(stateDir, { recursive: true });
    await access(stateDir, constants.W_OK);
  } catch (cause) {
    throw new SlicewayError(errors.STATE_DIR_UNWRITABLE(`The gateway cannot write to ${stateDir}.`), {
      cause,
    });
  }
}
