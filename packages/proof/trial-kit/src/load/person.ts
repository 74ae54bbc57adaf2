import { randomBytes } from "node:crypto";
import { SlicewayError } from "@sliceway/errors";
import { IDEMPOTENCY_HEADER, type LinkedOperation, VECTOR_HEADER, type Vector } from "@sliceway/protocol";
import { z } from "zod";
import { errors } from "../errors.ts";
import { AnswerFault } from "./answer-fault.ts";
import { Cookies } from "./cookies.ts";
import { type HttpAnswer, type HttpRequest, send, textOf } from "./send.ts";

/** Where people are, and which vector their pages hold. */
export interface Place {
  gatewayUrl: string;
  vector: Pick<Vector, "id" | "operations">;
  /** Looks at the data of every answer; throws AnswerFault if it is not what this place gives. */
  inspect?: (data: unknown) => void;
}

export interface AskOptions extends Pick<HttpRequest, "fresh" | "signal"> {
  /** Of a mutation; a random one else. */
  key?: string | undefined;
}

/** A browser's part in GraphQL: cookies, the vector's operations by name, and a strict eye on each answer. */
export interface Person {
  /** As the header says it: `session=...; visitor=...`. */
  readonly cookie: string;
  /**
   * Runs an operation of the vector. Throws AnswerFault unless the answer has status 200, this very vector, no errors,
   * and all that `expected` says.
   */
  ask<T>(
    operation: string,
    variables: Record<string, unknown>,
    expected: z.ZodType<T>,
    options?: AskOptions,
  ): Promise<T>;
  /** GET of a path: `/friends`. Throws AnswerFault unless the status is 200. */
  open(path: string, options?: Pick<HttpRequest, "fresh">): Promise<HttpAnswer>;
  /** The same browser, on another page. */
  at(place: Place): Person;
}

/** Somebody whom nobody knows yet. */
export function createPerson(place: Place): Person {
  return personAt(place, new Cookies());
}

function personAt(place: Place, cookies: Cookies): Person {
  const { gatewayUrl, vector, inspect = () => {} } = place;
  return {
    get cookie() {
      return cookies.header;
    },
    async ask(name, variables, expected, { key, ...options } = {}) {
      const operation = getOperation(vector, name);
      const answer = await send({
        ...options,
        method: "POST",
        url: `${gatewayUrl}/graphql`,
        headers: { ...headersOf(operation, vector.id, key), cookie: cookies.header },
        body: JSON.stringify({ documentId: operation.id, variables }),
      });
      cookies.take(answer.headers["set-cookie"]);
      const data = readData(name, answer, vector.id);
      inspect(data);
      return readExpected(name, data, expected);
    },
    async open(path, options) {
      const headers = { accept: "text/html", cookie: cookies.header };
      const answer = await send({ ...options, method: "GET", url: `${gatewayUrl}${path}`, headers });
      if (answer.status !== 200) throw new AnswerFault("status", `${path}: ${answer.status}`);
      cookies.take(answer.headers["set-cookie"]);
      return answer;
    },
    at: (other) => personAt(other, cookies),
  };
}

function getOperation(vector: Place["vector"], name: string): LinkedOperation {
  const operation = vector.operations.find((one) => one.name === name);
  if (operation) return operation;
  throw new SlicewayError(errors.OPERATION_MISSING(`Vector ${vector.id} has no operation named ${name}.`));
}

function headersOf(
  { kind }: LinkedOperation,
  vector: string,
  key = randomBytes(16).toString("hex"),
): Record<string, string> {
  const headers = {
    "content-type": "application/json",
    accept: "application/graphql-response+json",
    [VECTOR_HEADER]: vector,
  };
  return kind === "mutation" ? { ...headers, [IDEMPOTENCY_HEADER]: key } : headers;
}

function readData(name: string, answer: HttpAnswer, vector: string): unknown {
  const { status, headers } = answer;
  const text = textOf(answer);
  const said = () => `${name}: ${status} ${text.slice(0, 300).trim()}`;
  if (status !== 200) throw new AnswerFault("status", said());
  const answeredBy = headers[VECTOR_HEADER];
  if (answeredBy !== vector)
    throw new AnswerFault("vector", `${name}: asked at ${vector}, answered at ${answeredBy}`);
  const result: { data?: unknown; errors?: unknown } = JSON.parse(text);
  if (result.errors !== undefined) throw new AnswerFault("graphql", said());
  return result.data;
}

function readExpected<T>(name: string, data: unknown, expected: z.ZodType<T>): T {
  const read = expected.safeParse(data);
  if (!read.success) throw new AnswerFault("data", `${name}: ${z.prettifyError(read.error)}`);
  return read.data;
}
