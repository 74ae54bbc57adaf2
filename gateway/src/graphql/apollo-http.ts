import { once } from "node:events";
import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import type { Request, Response } from "express";
import type { GraphqlRequest } from "./read-request.ts";
import type { ResolvedDocument } from "./resolve-document.ts";

/** The request as Apollo wants it, with the resolved document in place of what was asked. */
export function toApolloRequest(
  request: Request,
  asked: GraphqlRequest,
  { query, operationName }: ResolvedDocument,
): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const { method, variables, extensions, malformedBody } = asked;
  const parts = { query, operationName, variables, extensions };
  if (method === "GET") return { method, headers, search: toSearch(parts), body: undefined };
  return {
    method,
    headers,
    search: "",
    body: malformedBody === undefined ? dropAbsent(parts) : malformedBody,
  };
}

/** Sends Apollo's answer. Never cached: it is somebody's. */
export async function sendAnswer(
  response: Response,
  { status, headers, body }: HTTPGraphQLResponse,
): Promise<void> {
  for (const [name, value] of headers) response.setHeader(name, value);
  response.setHeader("cache-control", "no-store");
  response.vary("Accept");
  response.statusCode = status ?? 200;
  if (body.kind === "complete") {
    response.end(body.string);
    return;
  }
  for await (const chunk of body.asyncIterator) {
    if (!response.write(chunk)) await once(response, "drain");
  }
  response.end();
}

function toSearch(parts: Record<string, unknown>): string {
  return `?${new URLSearchParams(dropAbsent(parts) as Record<string, string>)}`;
}

function dropAbsent(parts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
