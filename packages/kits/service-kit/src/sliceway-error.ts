/**
 * An error that the person who runs Sliceway can act on.
 * `code` is stable and for programs, `message` is one sentence of what is wrong, `fix` one of what to do.
 */
export class SlicewayError extends Error {
  readonly code: string;
  readonly fix: string;

  constructor(code: string, message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SlicewayError";
    this.code = code;
    this.fix = fix;
  }
}
