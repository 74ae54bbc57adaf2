import type { IncomingMessage, ServerResponse } from "node:http";
import type { SessionChange } from "../graphql/operation-context.ts";
import { cookieName, findCookie, setCookie } from "./cookies.ts";
import type { Transport } from "./transport.ts";

/** The opaque token the browser holds, or undefined. Over plain HTTP of a network none is taken. */
export function findSessionToken(request: IncomingMessage, transport: Transport): string | undefined {
  if (transport === "plain") return undefined;
  return findCookie(request.headers.cookie, cookieName("session", transport)) || undefined;
}

/** Does as the identity slice asked. False if the transport is not one a session may be opened on. */
export function applySessionChange(
  response: ServerResponse,
  transport: Transport,
  change: SessionChange,
): boolean {
  if (transport === "plain") return change.kind === "close";
  const name = cookieName("session", transport);
  const cookie =
    change.kind === "open" ? { value: change.token, maxAgeS: change.maxAgeS } : { value: "", maxAgeS: 0 };
  setCookie(response, transport, { name, ...cookie });
  return true;
}
