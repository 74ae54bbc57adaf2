import { type ApolloServer, type BaseContext, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import { type Request, type Response, Router } from "express";
import { answerError } from "./answer-error.ts";

/** The gateway waits 3 s, a statement takes 1 s at most. */
const DEADLINE_MS = 2_000;

/** `POST /graphql`. A request that has no answer within 2 s gets 503. */
export function serveGraphql<Context extends BaseContext>(
  server: ApolloServer<Context>,
  createContext: (request: Request, response: Response, signal: AbortSignal) => Context,
): Router {
  return Router().post("/graphql", async (request, response) => {
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const context = async () => createContext(request, response, deadline);
    const execution = server.executeHTTPGraphQLRequest({ httpGraphQLRequest: toGraphql(request), context });
    const answer = await Promise.race([execution, passed(deadline)]);
    if (answer) send(response, answer);
    else answerError(response, 503, "DEADLINE_EXCEEDED", `No answer within ${DEADLINE_MS} ms.`);
  });
}

function toGraphql(request: Request) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return { method: request.method, headers, search: "", body: request.body };
}

function send(response: Response, answer: HTTPGraphQLResponse): void {
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.status(answer.status ?? 200);
  // Incremental delivery is off: nothing in our schemas asks for it.
  if (answer.body.kind === "complete") response.send(answer.body.string);
  else answerError(response, 406, "NOT_SUPPORTED", "Answers in parts are not supported.");
}

function passed(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(null), { once: true }));
}
