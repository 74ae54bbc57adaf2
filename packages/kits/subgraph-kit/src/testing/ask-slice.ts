import { IDEMPOTENCY_HEADER } from "@sliceway/protocol";

/** A GraphQL answer as it came over HTTP. */
export interface Answer<Data> {
  status: number;
  headers: Headers;
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

interface Operation {
  query: string;
  variables?: Record<string, unknown> | undefined;
}

/** Posts an operation to a slice server. */
export async function askSlice<Data>(
  url: string,
  token: string | null,
  body: Operation,
  idempotencyKey?: string,
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...(idempotencyKey && { [IDEMPOTENCY_HEADER]: idempotencyKey }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Pick<Answer<Data>, "data" | "errors">;
  return { status: response.status, headers: response.headers, ...answer };
}
