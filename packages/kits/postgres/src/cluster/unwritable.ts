import { SlicewayError } from "@sliceway/errors";

/** `HOME_UNWRITABLE` for a directory in which files cannot be made. */
export function unwritable(dir: string, cause: unknown): SlicewayError {
  return new SlicewayError(
    "HOME_UNWRITABLE",
    `${dir} cannot be written (${(cause as NodeJS.ErrnoException).code}).`,
    "Make it a directory that the user who runs Sliceway may write, or choose another one.",
    { cause },
  );
}
