import type { ServerResponse } from "node:http";

/** Aborts when the client closes the connection before it has its answer. */
export function whenClientGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  const check = () => {
    if (!response.writableFinished) gone.abort("client gone");
  };
  if (response.closed) check();
  else response.once("close", check);
  return gone.signal;
}
