import type { ErrorText } from "@sliceway/errors";

/** Something in a slice's web part that keeps it from being built: `message` says what, `fix` what to do. */
export class BuildError extends Error {
  readonly code: string;
  readonly fix: string;

  constructor({ code, message, fix }: ErrorText, options?: ErrorOptions) {
    super(message, options);
    this.name = "BuildError";
    this.code = code;
    this.fix = fix;
  }
}
