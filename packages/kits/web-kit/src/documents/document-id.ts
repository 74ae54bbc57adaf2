import type { DocumentNode } from "graphql";

/** The id under which the operation is registered with its release. */
export function documentIdOf(document: DocumentNode): string {
  const meta = "__meta__" in document ? (document.__meta__ as { documentId?: string }) : {};
  if (!meta.documentId)
    throw new TypeError("An operation without an id cannot be sent; `generate` gives it one.");
  return meta.documentId;
}
