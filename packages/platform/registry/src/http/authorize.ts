import type { NextFunction, Request, Response } from "express";
import { accessErrors } from "../access/access-errors.ts";
import { type IdentifiedCaller, identify, type Role } from "../access/identify.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../refusal.ts";

type Guard = <Params>(request: Request<Params>, response: Response, next: NextFunction) => Promise<void>;

/** Guards for what writes. The administrator passes all of them. */
export interface Guards {
  administrator: Guard;
  /** Teams pass too; what they may do with which slice is asked where the slices are known. */
  deploy: Guard;
  service: Guard;
}

export function createGuards(context: Context): Guards {
  return {
    administrator: guard(context, ["administrator"]),
    deploy: guard(context, ["administrator", "team"]),
    service: guard(context, ["administrator", "service"]),
  };
}

function guard(context: Context, roles: readonly Role[]): Guard {
  return async (request, response, next) => {
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined) throw tokenMissing();
    const caller = await identify(context, token);
    if (!roles.includes(caller.role)) throw rightMissing(caller);
    response.locals.caller = caller;
    next();
  };
}

function tokenMissing(): Refusal {
  return new Refusal(accessErrors.TOKEN_MISSING("This needs a token."));
}

function rightMissing({ role, name, slices }: IdentifiedCaller): Refusal {
  const may =
    role === "service" ? "hold leases and report" : `change releases of ${[slices].flat().join(", ")}`;
  const text = accessErrors.RIGHT_MISSING(`The token ${name} may ${may}, and this needs another right.`);
  const ownFix = "Use the administrator's token, or one of the slice: sliceway token create <slice>.";
  return new Refusal(role === "service" ? { ...text, fix: ownFix } : text);
}
