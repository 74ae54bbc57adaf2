import type { Request, Response } from "express";

export const JSON_TYPE = "application/json";
const GRAPHQL_TYPE = "application/graphql-response+json";

export interface Refusal {
  status: number;
  code: string;
  message: string;
  extensions?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** The type to answer in, of the two that GraphQL has; plain JSON if the client takes neither. */
export function answerType(request: Request): string {
  return request.accepts([JSON_TYPE, GRAPHQL_TYPE]) || JSON_TYPE;
}

/** Answers as GraphQL answers, so that every client can read why. */
export function refuse(request: Request, response: Response, refusal: Refusal): void {
  const { status, code, message, extensions, headers } = refusal;
  response.set({ "cache-control": "no-store", vary: "Accept", ...headers });
  response.status(status).type(answerType(request));
  response.send(JSON.stringify({ errors: [{ message, extensions: { code, ...extensions } }] }));
}
