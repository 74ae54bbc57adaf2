import { Agent, errors, request as undiciRequest } from "undici";
import { AnswerFault } from "./answer-fault.ts";

export interface HttpRequest {
  method: "GET" | "HEAD" | "POST";
  url: string;
  headers: Record<string, string>;
  body?: string;
  /** Opens a connection for this request alone; else one that is open is used. */
  fresh?: boolean | undefined;
  /** Aborting it closes the connection; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Uint8Array;
}

/** More than the gateway's own deadline: nothing may take longer. */
const TIMEOUT_MS = 8000;
const timeouts = { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS };
const keepAlive = new Agent(timeouts);
const oneRequest = new Agent({ ...timeouts, pipelining: 0 });

/** Sends a request once. Throws AnswerFault `transport` if there is no whole answer within 8 s. */
export async function send({ url, fresh, signal, ...request }: HttpRequest): Promise<HttpAnswer> {
  try {
    const dispatcher = fresh ? oneRequest : keepAlive;
    const { statusCode, headers, body } = await undiciRequest(url, { ...request, signal, dispatcher });
    return { status: statusCode, headers, bytes: await body.bytes() };
  } catch (cause) {
    signal?.throwIfAborted();
    throw new AnswerFault("transport", describe(cause), { cause });
  }
}

function describe(cause: unknown): string {
  if (cause instanceof errors.UndiciError) return `${cause.code}: ${cause.message}`;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}

const decoder = new TextDecoder();

export function textOf({ bytes }: HttpAnswer): string {
  return decoder.decode(bytes);
}
