import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";

/** `HOME_UNWRITABLE` for a directory in which files cannot be made. */
export function unwritable(dir: string, cause: unknown): SlicewayError {
  return new SlicewayError(
    errors.HOME_UNWRITABLE(`${dir} cannot be written (${(cause as NodeJS.ErrnoException).code}).`),
    { cause },
  );
}
