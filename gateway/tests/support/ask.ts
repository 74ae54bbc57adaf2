import { VECTOR_HEADER } from "@sliceway/protocol";

export interface Answer {
  status: number;
  headers: Headers;
  data: Record<string, unknown> | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

export interface Question {
  query?: string;
  documentId?: string;
  variables?: Record<string, unknown>;
}

/** POSTs to `/graphql` as a program would. */
export async function ask(
  url: string,
  question: Question,
  {
    vector,
    headers = {},
    signal,
  }: { vector?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(vector && { [VECTOR_HEADER]: vector }), ...headers },
    body: JSON.stringify(question),
    ...(signal && { signal }),
  });
  const body = (await response.json()) as Pick<Answer, "data"> & { errors?: Answer["errors"] };
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
}
