import { IDEMPOTENCY_HEADER, SESSION_HEADER } from "@sliceway/manifest";
import type { Request, Response } from "express";
import type { RequestContext } from "../request-context.ts";
import { SessionChange } from "../session-change.ts";
import type { SliceService } from "../slice-definition.ts";
import { claimsOf } from "./authenticate.ts";

/** What a resolver is given for one authenticated request. */
export function requestContext<DB, Events>(
  service: SliceService<DB, Events>,
  request: Request,
  response: Response,
  signal: AbortSignal,
): RequestContext<DB, Events> {
  const { sub, sid, visitor, dev } = claimsOf(response);
  const changeSession = (header: string) => {
    // After the deadline the answer is gone: the session cannot change any more.
    if (!response.headersSent) response.setHeader(SESSION_HEADER, header);
  };
  return {
    ...service,
    viewer: sub ? { id: sub } : null,
    visitor,
    developer: dev,
    session: new SessionChange(sid ?? null, changeSession),
    idempotencyKey: request.get(IDEMPOTENCY_HEADER) ?? null,
    signal,
  };
}
