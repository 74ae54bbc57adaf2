import type { ErrorText } from "./define-errors.ts";

/** An error that the person who runs Sliceway can act on. */
export class SlicewayError extends Error {
  readonly code: string;
  readonly fix: string;

  constructor({ code, message, fix }: ErrorText, options?: ErrorOptions) {
    super(message, options);
    this.name = "SlicewayError";
    this.code = code;
    this.fix = fix;
  }
}
