import type { ErrorText } from "./define-errors.ts";

/** An error that the person who runs Sliceway can act on. */
export class SlicewayError extends Error {
  readonly code: string;
  readonly fix: string;

  constructor(text: ErrorText, options?: ErrorOptions);
  constructor(code: string, message: string, fix: string, options?: ErrorOptions);
  constructor(...args: [ErrorText, ErrorOptions?] | [string, string, string, ErrorOptions?]) {
    const [text, options] =
      typeof args[0] === "string"
        ? [{ code: args[0], message: args[1] as string, fix: args[2] as string }, args[3]]
        : [args[0], args[1] as ErrorOptions | undefined];
    super(text.message, options);
    this.name = "SlicewayError";
    this.code = text.code;
    this.fix = text.fix;
  }
}
