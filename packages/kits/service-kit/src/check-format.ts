import { SlicewayError } from "@sliceway/errors";
import { errors } from "./errors.ts";

/** The only format so far. It is written by leaving the field out, so that releases before it can read it too. */
const FORMAT = 1;

/**
 * Throws `FORMAT_UNKNOWN` if a stored document says in its field `format` that it is of another one than 1; a document
 * without the field is of format 1. `where` names it: a path, or a row such as `vector v-3f9c2a1b04de`.
 */
export function checkFormat(document: unknown, where: string): void {
  if (typeof document !== "object" || document === null || !("format" in document)) return;
  const { format } = document;
  if (format === undefined || format === FORMAT) return;
  throw new SlicewayError(
    errors.FORMAT_UNKNOWN(
      `${where} is of format ${JSON.stringify(format)}, and this Sliceway reads format ${FORMAT}.`,
    ),
  );
}
