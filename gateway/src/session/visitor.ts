import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { cookieName, findCookie, setCookie } from "./cookies.ts";
import type { Transport } from "./transport.ts";

const YEAR_S = 365 * 24 * 60 * 60;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of browsers that had none: a request is asked for it more than once, and must give the same answer. */
const given = new WeakMap<IncomingMessage, string>();

/** The id of a browser, logged in or not: what canaries and idempotency keys of strangers go by. */
export function readVisitor(
  request: IncomingMessage,
  response: ServerResponse,
  transport: Transport,
): string {
  const name = cookieName("visitor", transport);
  const known = findCookie(request.headers.cookie, name) ?? given.get(request);
  if (known && UUID.test(known)) return known;
  const visitor = randomUUID();
  given.set(request, visitor);
  setCookie(response, transport, { name, value: visitor, maxAgeS: YEAR_S });
  return visitor;
}
