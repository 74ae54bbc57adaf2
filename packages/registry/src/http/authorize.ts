import { createHash, timingSafeEqual } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import type { RegistryConfig } from "../config.ts";
import { Refusal } from "../refusal.ts";

type Guard = <Params>(request: Request<Params>, response: Response, next: NextFunction) => void;

/** Guards for what writes. The deploy token may do all that the service token may. */
export interface Guards {
  deploy: Guard;
  service: Guard;
}

export function createGuards({ deployToken, serviceToken }: RegistryConfig): Guards {
  const deploy = { who: "deploy", digest: digest(deployToken) };
  const service = { who: "service", digest: digest(serviceToken) };
  return { deploy: guard([deploy]), service: guard([deploy, service]) };
}

/** Name of the token that a guarded request came with. */
export function whoOf({ locals }: Response): string {
  return typeof locals.who === "string" ? locals.who : "unknown";
}

interface NamedToken {
  who: string;
  digest: Buffer;
}

function guard(tokens: NamedToken[]): Guard {
  return (request, response, next) => {
    const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (given === undefined)
      throw new Refusal("TOKEN_MISSING", "This needs a token.", "Send it as authorization: Bearer <token>.");
    // Digests are equally long, so that the comparison tells nothing by its time.
    const token = tokens.find((known) => timingSafeEqual(known.digest, digest(given)));
    if (!token)
      throw new Refusal(
        "TOKEN_WRONG",
        "This token may not do that.",
        "Use the token that the platform made for it.",
      );
    response.locals.who = token.who;
    next();
  };
}

function digest(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
