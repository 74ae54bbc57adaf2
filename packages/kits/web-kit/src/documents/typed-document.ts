import type { TypedDocumentNode } from "@apollo/client";
import { parse } from "graphql";

/** What the build says of a document beside its text. */
export interface DocumentMeta {
  /** Id under which the document is registered with the release; operations only. */
  documentId?: string;
  /** `Type.field` of the connections in it, and the arguments that choose which list it is. */
  connections: Record<string, string[]>;
  /** Interfaces and unions that its fragments stand on, and what each may turn out to be. */
  possibleTypes: Record<string, string[]>;
}

/**
 * Called by generated modules only: a document as the client wants it. Foreign fragments are in it by name; the
 * page's fragment registry knows their texts.
 */
export function typedDocument<TData, TVariables>(text: string, meta: DocumentMeta) {
  const document = { ...parse(text, { noLocation: true }), __meta__: meta };
  return document as unknown as TypedDocumentNode<TData, TVariables>;
}

/** What the build said of a document; nothing of one that was not generated. */
export function metaOf(document: object): DocumentMeta {
  return "__meta__" in document
    ? (document.__meta__ as DocumentMeta)
    : { connections: {}, possibleTypes: {} };
}
