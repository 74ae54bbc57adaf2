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
  return { deploy: guard([deployToken]), service: guard([deployToken, serviceToken]) };
}

function guard(tokens: string[]): Guard {
  const digests = tokens.map(digest);
  return (request, _response, next) => {
    const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (given === undefined)
      throw new Refusal("TOKEN_MISSING", "This needs a token.", "Send it as authorization: Bearer <token>.");
    // Digests are equally long, so that the comparison tells nothing by its time.
    if (!digests.some((wanted) => timingSafeEqual(wanted, digest(given))))
      throw new Refusal(
        "TOKEN_WRONG",
        "This token may not do that.",
        "Use the token that the platform made for it.",
      );
    next();
  };
}

function digest(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
