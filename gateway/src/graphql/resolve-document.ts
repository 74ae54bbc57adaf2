import { type DocumentNode, getOperationAST, parse } from "graphql";
import { errors } from "../errors.ts";
import type { ReadyVector } from "../routing/ready-vector.ts";
import { measureQuery } from "./query-cost.ts";
import type { GraphqlRequest } from "./read-request.ts";
import type { Refusal } from "./refuse.ts";

const DEPTH_LIMIT = 15;
const FIELD_LIMIT = 20_000;
const TOKEN_LIMIT = 5000;

export interface ResolvedDocument {
  /** `x-<slice>:<hash>`, or null for an ad-hoc document. */
  id: string | null;
  query: unknown;
  operationName: unknown;
  kind: "query" | "mutation";
}

/**
 * The document that a request means: a trusted one by its id, looked up in the request's own vector, or an
 * ad-hoc one from those who may send such.
 */
export function resolveDocument(
  request: GraphqlRequest,
  { operations }: Pick<ReadyVector, "operations">,
  mayExplore: boolean,
): ResolvedDocument | Refusal {
  if (request.documentId !== undefined) return findTrusted(request, operations);
  if (!mayExplore) {
    const message = "Send the documentId of an operation that a release has registered";
    return { status: 403, ...errors.DOCUMENT_REQUIRED(message) };
  }
  return readAdHoc(request);
}

function findTrusted(
  { documentId, query, method }: GraphqlRequest,
  operations: ReadyVector["operations"],
): ResolvedDocument | Refusal {
  const operation = typeof documentId === "string" ? operations.get(documentId) : undefined;
  if (!operation) {
    const message = "This vector has no operation of that documentId";
    return { status: 400, ...errors.DOCUMENT_NOT_FOUND(message) };
  }
  if (query !== undefined) {
    return { status: 400, ...errors.BAD_REQUEST("Send a documentId or a query, not both") };
  }
  const { id, kind, text } = operation;
  if (kind === "subscription") return NO_SUBSCRIPTIONS;
  if (kind === "mutation" && method === "GET") return ONLY_BY_POST;
  // One operation per document: its name would only make Apollo plan it again under another key.
  return { id, query: text, operationName: undefined, kind };
}

function readAdHoc({ query, operationName, variables, method }: GraphqlRequest): ResolvedDocument | Refusal {
  const document = typeof query === "string" ? tryParse(query) : null;
  // What cannot be parsed goes on to Apollo, whose errors say where.
  if (!document) return { id: null, query, operationName, kind: "query" };
  const { depth, fields } = measureQuery(document, isRecord(variables) ? variables : {});
  if (depth > DEPTH_LIMIT || fields > FIELD_LIMIT) {
    const message = `The query is too large: ${depth} levels of ${DEPTH_LIMIT}, ${fields} fields of ${FIELD_LIMIT}`;
    return { status: 400, ...errors.QUERY_TOO_LARGE(message) };
  }
  const name = typeof operationName === "string" ? operationName : undefined;
  const kind = getOperationAST(document, name)?.operation ?? "query";
  if (kind === "subscription") return NO_SUBSCRIPTIONS;
  if (kind === "mutation" && method === "GET") return ONLY_BY_POST;
  return { id: null, query, operationName, kind };
}

const ONLY_BY_POST: Refusal = {
  status: 405,
  ...errors.BAD_REQUEST("Mutations are sent by POST"),
  headers: { allow: "POST" },
};

const NO_SUBSCRIPTIONS: Refusal = {
  status: 400,
  ...errors.BAD_REQUEST("Subscriptions are not served here"),
};

function tryParse(query: string): DocumentNode | null {
  try {
    return parse(query, { maxTokens: TOKEN_LIMIT, noLocation: true });
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
