import { type ErrorText, SlicewayError } from "@sliceway/errors";

/** Something in a slice's web part that keeps it from being built: `message` says what, `fix` what to do. */
export class BuildError extends SlicewayError {
  constructor(text: ErrorText, options?: ErrorOptions) {
    super(text, options);
    this.name = "BuildError";
  }
}
