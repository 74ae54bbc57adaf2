export { defineErrors, type ErrorKind, type ErrorText } from "./define-errors.ts";
export { SlicewayError } from "./sliceway-error.ts";
