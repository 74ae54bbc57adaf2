import { IDEMPOTENCY_HEADER, SESSION_HEADER } from "@sliceway/protocol";
import type { Request, Response } from "express";
import type { RequestContext } from "../request-context.ts";
import type { Identity } from "../slice-definition.ts";
import type { SliceService } from "../slice-service.ts";
import { claimsOf } from "./authenticate.ts";
import { BrowserSession } from "./browser-session.ts";

/** What a resolver is given for one authenticated request. */
export function requestContext<DB, Events>(
  service: SliceService<DB, Events>,
  identity: Identity | undefined,
  request: Request,
  response: Response,
  signal: AbortSignal,
): RequestContext<DB, Events> {
  const { sub, sid, visitor, dev } = claimsOf(response);
  const browser = {
    sessionId: sid ?? null,
    isWaiting: () => !response.headersSent,
    tell: (header: string) => void response.setHeader(SESSION_HEADER, header),
  };
  return {
    ...service,
    viewer: sub ? { id: sub } : null,
    visitor,
    developer: dev,
    session: new BrowserSession(browser, identity),
    transaction: () => Promise.reject(new Error("Only mutations change anything.")),
    idempotencyKey: request.get(IDEMPOTENCY_HEADER) ?? null,
    signal,
  };
}
