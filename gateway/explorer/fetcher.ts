import type { Fetcher } from "@graphiql/toolkit";
import { VECTOR_HEADER } from "@sliceway/protocol/wire";

/** Asks at the chosen vector. GraphiQL's own fetcher knows subscriptions, which are not served here. */
export function createFetcher(vector: string): Fetcher {
  return async ({ query, variables, operationName }, options) => {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { ...options?.headers, "content-type": "application/json", [VECTOR_HEADER]: vector },
      body: JSON.stringify({ query, variables, operationName }),
    });
    return response.json();
  };
}
