import { VECTOR_HEADER } from "@sliceway/protocol";
import { sleep } from "@sliceway/service-kit";
import type { DevEnv } from "../../src/index.ts";

/** Asks an operation of a vector as a page that was loaded at it does; resolves to the answer's body. */
export async function ask(
  { registry, gatewayUrl }: DevEnv,
  vectorId: string,
  operation: string,
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const { operations } = await registry.getVector(vectorId);
  const documentId = operations.find(({ name }) => name === operation)?.id;
  const response = await fetch(`${gatewayUrl}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", [VECTOR_HEADER]: vectorId },
    body: JSON.stringify({ documentId, variables }),
  });
  return await response.json();
}

/** As long as there is a canary, somebody asks there and at what is live. Disposing ends it. */
export function startVisits(
  env: DevEnv,
  operation: string,
  variables: Record<string, unknown>,
): AsyncDisposable {
  const over = new AbortController();
  const visiting = visitUntil(over.signal, env, (vector) => ask(env, vector, operation, variables));
  return {
    async [Symbol.asyncDispose]() {
      over.abort();
      await visiting;
    },
  };
}

async function visitUntil(
  over: AbortSignal,
  { registry }: DevEnv,
  visit: (vector: string) => Promise<unknown>,
): Promise<void> {
  for (; !over.aborted; await sleep(200)) {
    const { live, canaries } = await registry.getRouting();
    const vectors = canaries.flatMap(({ vector }) => [vector, live ?? ""]);
    const turns = vectors.flatMap((vector) => Array.from({ length: 10 }, () => vector));
    await Promise.all(turns.map(visit));
  }
}
