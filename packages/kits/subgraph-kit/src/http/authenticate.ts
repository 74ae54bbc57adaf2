import type { Request, RequestHandler, Response } from "express";
import type { JWTVerifyGetKey } from "jose";
import type { Claims } from "../auth/claims.ts";
import { createVerifyToken } from "../auth/verify-token.ts";
import { answerError } from "./answer-error.ts";

/** Lets a request on only with a token that a gateway signed for this slice; anything else gets 401. */
export function authenticate(slice: string, getKey: JWTVerifyGetKey): RequestHandler {
  const verify = createVerifyToken(slice, getKey);
  return async (request, response, next) => {
    try {
      response.locals.claims = await verify(bearerToken(request));
    } catch {
      answerError(
        response,
        401,
        "UNAUTHENTICATED",
        "This server answers gateways only: no valid signed token.",
      );
      return;
    }
    next();
  };
}

/** The claims that `authenticate` has found. */
export function claimsOf(response: Response): Claims {
  return response.locals.claims;
}

function bearerToken(request: Request): string {
  return /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1] ?? "";
}
