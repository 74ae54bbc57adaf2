import type { Request, Response } from "express";
import type { ReadyVector } from "../routing/ready-vector.ts";
import type { Claims, ClaimsReader } from "./claims.ts";
import { findSessionToken } from "./session-cookie.ts";
import type { Subject } from "./token-mint.ts";
import { isFromThisMachine, readTransport, type Transport } from "./transport.ts";
import { readVisitor } from "./visitor.ts";

/** Who sent a request, as far as the gateway knows. */
export interface Caller {
  transport: Transport;
  /** The browser's session token; a secret. */
  token: string | undefined;
  claims: Claims | null;
  subject: Subject;
  /** May send documents of their own and see the explorer. */
  mayExplore: boolean;
}

export interface CallerOptions {
  claims: ClaimsReader;
  publicOrigin: URL | null;
  /** Whoever sits at this machine may explore. */
  localExplorer: boolean;
}

export type ReadCaller = (request: Request, response: Response, ready: ReadyVector) => Promise<Caller>;

export function createReadCaller({ claims: reader, publicOrigin, localExplorer }: CallerOptions): ReadCaller {
  return async (request, response, { identity }) => {
    const transport = readTransport(request, publicOrigin);
    const token = findSessionToken(request, transport);
    const visitor = readVisitor(request, response, transport);
    const claims = token && identity ? await reader.read(identity, token) : null;
    const developer = claims?.developer ?? false;
    return {
      transport,
      token,
      claims,
      subject: { userId: claims?.userId, visitor, developer },
      mayExplore: developer || (localExplorer && isFromThisMachine(request)),
    };
  };
}
