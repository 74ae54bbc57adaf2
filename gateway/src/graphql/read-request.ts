import express, { type Request, type Response } from "express";
import { z } from "zod";
import { errors } from "../errors.ts";
import { searchOf } from "../search-of.ts";
import type { Refusal } from "./refuse.ts";

const BODY_LIMIT = "256kb";
const parseJson = express.json({ limit: BODY_LIMIT, strict: true });

/** What a GraphQL request says, wherever it stands. Parts that Apollo checks itself are kept as they came. */
export interface GraphqlRequest {
  method: "GET" | "POST";
  documentId: unknown;
  query: unknown;
  operationName: unknown;
  variables: unknown;
  extensions: unknown;
  /** The body was no JSON object: Apollo says what is wrong with it. */
  malformedBody?: unknown;
}

const bodySchema = z.record(z.string(), z.unknown());

/** Reads the request of GET or POST; resolves to why it cannot be read. */
export async function readRequest(request: Request, response: Response): Promise<GraphqlRequest | Refusal> {
  if (request.method === "GET") return fromSearch(new URLSearchParams(searchOf(request)));
  if (request.method !== "POST") {
    const text = errors.BAD_REQUEST("GraphQL takes GET and POST");
    return { status: 405, ...text, headers: { allow: "GET, POST" } };
  }
  if (!/^application\/json *(;|$)/i.test(request.headers["content-type"] ?? "")) {
    return { status: 415, ...errors.BAD_REQUEST("The body must be application/json") };
  }
  return (await readBody(request, response)) ?? fromBody(request.body);
}

function readBody(request: Request, response: Response): Promise<Refusal | null> {
  return new Promise((resolve) => {
    parseJson(request, response, (error?: { status?: number; type?: string }) => {
      const message = `The body cannot be read: ${error?.type ?? "malformed"}`;
      resolve(error ? { status: error.status ?? 400, ...errors.BAD_REQUEST(message) } : null);
    });
  });
}

function fromBody(body: unknown): GraphqlRequest {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { ...pick({}), method: "POST", malformedBody: body ?? null };
  return { ...pick(parsed.data), method: "POST" };
}

function fromSearch(search: URLSearchParams): GraphqlRequest {
  return { ...pick(Object.fromEntries(search)), method: "GET" };
}

function pick({ documentId, query, operationName, variables, extensions }: Record<string, unknown>) {
  return { documentId, query, operationName, variables, extensions };
}
