import type { ApolloLink } from "@apollo/client";
import { IDEMPOTENCY_HEADER, OFFER_HEADER, VECTOR_HEADER } from "@sliceway/protocol/wire";
import { NoAnswer } from "@sliceway/web-kit/host";
import { VectorGone } from "./vector-gone.ts";

/** More than the gateway's own deadline. */
const TIMEOUT_MS = 8000;
const VECTOR_GONE = 409;

export interface GatewayQuestion {
  documentId: string;
  variables: Record<string, unknown>;
  vector: string;
  /** Mutations only. */
  idempotencyKey?: string;
}

interface Circumstances {
  signal: AbortSignal;
  /** The page should move to another vector soon. */
  onOffer: () => void;
}

/**
 * One request. @throws NoAnswer if what comes back is not a GraphQL response, or nothing does; for a mutation also if
 * its slice fell silent, since it may have had its effect before. @throws VectorGone
 */
export async function askGateway(
  { documentId, variables, vector, idempotencyKey }: GatewayQuestion,
  { signal, onOffer }: Circumstances,
): Promise<ApolloLink.Result> {
  const response = await send(
    JSON.stringify({ documentId, variables }),
    { [VECTOR_HEADER]: vector, ...(idempotencyKey && { [IDEMPOTENCY_HEADER]: idempotencyKey }) },
    signal,
  );
  if (response.headers.has(OFFER_HEADER)) onOffer();
  const result = await graphqlResult(response);
  if (response.status === VECTOR_GONE) throw new VectorGone(nextVector(result));
  if (idempotencyKey && isSilent(result)) throw new NoAnswer("A part of the server gave no answer.");
  return result;
}

async function send(body: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch("/graphql", {
      method: "POST",
      headers: {
        ...headers,
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json;q=0.9",
      },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  } catch (cause) {
    throw new NoAnswer("The server could not be reached.", { cause });
  }
}

async function graphqlResult(response: Response): Promise<ApolloLink.Result> {
  const result: unknown = await response.json().catch(() => null);
  if (isGraphqlResult(result)) return result;
  throw new NoAnswer(`The server answered ${response.status} without a GraphQL result.`);
}

function isGraphqlResult(result: unknown): result is ApolloLink.Result {
  return typeof result === "object" && result !== null && ("data" in result || "errors" in result);
}

/** The gateway names it as `vector` where the page's releases had to go, as `live` where it knows no such vector. */
function nextVector({ errors }: ApolloLink.Result): string | null {
  const { vector, live } = errors?.[0]?.extensions ?? {};
  const next = vector ?? live;
  return typeof next === "string" ? next : null;
}

/** Errors deeper in the answer tell of parts that are missing in it: the mutation itself was answered. */
function isSilent({ errors = [] }: ApolloLink.Result): boolean {
  return errors.some(({ path, extensions }) => {
    return extensions?.code === "SLICE_UNAVAILABLE" && (path?.length ?? 0) <= 1;
  });
}
