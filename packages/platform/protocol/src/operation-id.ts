import { createHash } from "node:crypto";
import { parse, print, stripIgnoredCharacters } from "graphql";

/**
 * The id by which browsers send an operation: `x-<slice>:` and the sha256 hex of the canonical own text.
 *
 * `text` holds what the slice wrote itself: the operation and the slice's own fragments. Fragments of other
 * slices count only by the names of their spreads, so the id stays when another slice changes its fragment.
 * Throws graphql's GraphQLError if the text does not parse.
 */
export function operationId(slice: string, text: string): string {
  return `x-${slice}:${createHash("sha256").update(canonicalText(text)).digest("hex")}`;
}

/** The text without comments and with one way of spacing. */
export function canonicalText(text: string): string {
  return stripIgnoredCharacters(print(parse(text)));
}
