import type { z } from "zod";
import { errorBodySchema } from "../api/error-body.ts";
import { RegistryError, registryStrange, registryUnreachable } from "./registry-error.ts";

/** Where the registry is, and who asks. */
export interface RegistryClientOptions {
  /** `http://127.0.0.1:7000` */
  url: string;
  /** Deploy or service token; needed for everything that writes. */
  token?: string | undefined;
}

export interface RegistryCall<T> {
  method: "GET" | "PUT" | "POST" | "DELETE";
  path: string;
  headers?: Record<string, string>;
  /** JSON, or a file's bytes. */
  body?: { json: unknown } | { bytes: Uint8Array | Blob };
  answer: z.ZodType<T>;
  timeoutMs?: number | undefined;
  /** Gives up. */
  signal?: AbortSignal | undefined;
}

/** Asks once. Throws RegistryError whatever goes wrong. */
export async function callRegistry<T>(options: RegistryClientOptions, call: RegistryCall<T>): Promise<T> {
  const response = await send(options, call);
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw registryStrange(options.url, response.status, cause);
  });
  if (!response.ok) throw toError(options.url, response.status, body);
  const parsed = call.answer.safeParse(body);
  if (!parsed.success) throw registryStrange(options.url, response.status, parsed.error);
  return parsed.data;
}

/** The headers that say who asks. */
export function authorization({ token }: RegistryClientOptions): Record<string, string> {
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** Turns a refusal into an error. */
export function toError(url: string, status: number, body: unknown): RegistryError {
  const refusal = errorBodySchema.safeParse(body);
  return refusal.success
    ? new RegistryError(status, refusal.data)
    : registryStrange(url, status, refusal.error);
}

async function send(options: RegistryClientOptions, call: RegistryCall<unknown>): Promise<Response> {
  const { method, path, body, timeoutMs = 10_000 } = call;
  const [type, bytes] = encode(body);
  const headers = { ...authorization(options), ...call.headers, ...(type && { "content-type": type }) };
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(call.signal ? [call.signal] : [])]);
    return await fetch(new URL(path, options.url), {
      method,
      headers,
      signal,
      ...(bytes && { body: bytes }),
    });
  } catch (cause) {
    throw registryUnreachable(options.url, cause);
  }
}

function encode(
  body: RegistryCall<unknown>["body"],
): [type: string, bytes: string | Blob | Uint8Array<ArrayBuffer>] | [] {
  if (!body) return [];
  if ("json" in body) return ["application/json", JSON.stringify(body.json)];
  return ["application/octet-stream", body.bytes instanceof Blob ? body.bytes : new Uint8Array(body.bytes)];
}
