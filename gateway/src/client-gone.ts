import type { ServerResponse } from "node:http";

/** Aborts when the client closes the connection before it has its answer. */
export function whenClientGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort("client gone");
  });
  return gone.signal;
}
