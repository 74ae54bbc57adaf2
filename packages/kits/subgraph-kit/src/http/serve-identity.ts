import { IDENTITY_PATH } from "@sliceway/protocol";
import { Router } from "express";
import { z } from "zod";
import type { Identity } from "../slice-definition.ts";
import { answerError } from "./answer-error.ts";

const bodySchema = z.object({ token: z.string().min(1) });

/** Where the gateway turns a session token into claims: `POST {token}` -> `{claims: {...} | null}`. */
export function serveIdentity(identity: Identity): Router {
  return Router().post(IDENTITY_PATH, async (request, response) => {
    const body = bodySchema.safeParse(request.body);
    if (!body.success) return answerError(response, 400, "BAD_REQUEST", 'The body must be {"token": "..."}.');
    response.set("cache-control", "no-store").json({ claims: await identity.resolve(body.data.token) });
  });
}
