import { randomBytes } from "node:crypto";
import { IDEMPOTENCY_HEADER, type LinkedOperation, VECTOR_HEADER, type Vector } from "@sliceway/manifest";
import { SlicewayError } from "@sliceway/service-kit";
import { z } from "zod";

/** More than the gateway's own deadline: nothing may take longer. */
const TIMEOUT_MS = 8000;

/** Where people are, and which vector their pages hold. */
export interface Place {
  gatewayUrl: string;
  vector: Pick<Vector, "id" | "operations">;
}

/** A browser's part in GraphQL: cookies, the vector's operations by name, and a strict eye on each answer. */
export interface Person {
  /** As the header says it: `session=...; visitor=...`. */
  readonly cookie: string;
  /**
   * Runs an operation of the vector. Rejects unless the answer has status 200, no errors, and all that `expected` says.
   */
  ask<T>(operation: string, variables: Record<string, unknown>, expected: z.ZodType<T>): Promise<T>;
}

/** Somebody whom nobody knows yet. */
export function createPerson({ gatewayUrl, vector }: Place): Person {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  return {
    get cookie() {
      return cookie();
    },
    async ask(name, variables, expected) {
      const operation = getOperation(vector, name);
      const response = await fetch(`${gatewayUrl}/graphql`, {
        method: "POST",
        headers: { ...headersOf(operation, vector.id), cookie: cookie() },
        body: JSON.stringify({ documentId: operation.id, variables }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      for (const [name, value] of response.headers.getSetCookie().map(parseCookie)) cookies.set(name, value);
      return readAnswer(name, response, expected);
    },
  };
}

function getOperation(vector: Place["vector"], name: string): LinkedOperation {
  const operation = vector.operations.find((one) => one.name === name);
  if (operation) return operation;
  throw new SlicewayError(
    "OPERATION_MISSING",
    `Vector ${vector.id} has no operation named ${name}.`,
    "Choose a vector that has the pages of the social network.",
  );
}

function headersOf({ kind }: LinkedOperation, vector: string): Record<string, string> {
  const headers = {
    "content-type": "application/json",
    accept: "application/graphql-response+json",
    [VECTOR_HEADER]: vector,
  };
  return kind === "mutation"
    ? { ...headers, [IDEMPOTENCY_HEADER]: randomBytes(16).toString("hex") }
    : headers;
}

/** `session=x; Path=/; ...` */
function parseCookie(line: string): [name: string, value: string] {
  const [pair = ""] = line.split(";");
  const sign = pair.indexOf("=");
  return [pair.slice(0, sign), pair.slice(sign + 1)];
}

async function readAnswer<T>(name: string, response: Response, expected: z.ZodType<T>): Promise<T> {
  const text = await response.text();
  const said = `${name}: ${response.status} ${text.slice(0, 300).trim()}`;
  if (response.status !== 200) throw new Error(said);
  const answer: { data?: unknown; errors?: unknown } = JSON.parse(text);
  if (answer.errors !== undefined) throw new Error(said);
  const read = expected.safeParse(answer.data);
  if (!read.success) throw new Error(`${name}: ${z.prettifyError(read.error)}`);
  return read.data;
}
