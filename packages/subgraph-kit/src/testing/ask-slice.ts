/** A GraphQL answer as it came over HTTP. */
export interface Answer {
  status: number;
  headers: Headers;
  // A test knows the shape of what it asked for; a wrong guess fails it.
  data: Record<string, never>;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

/** Posts an operation to a slice server. */
export async function askSlice(
  url: string,
  token: string | null,
  body: { query: string; variables?: Record<string, unknown> | undefined },
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Pick<Answer, "data" | "errors">;
  return { status: response.status, headers: response.headers, ...answer };
}
