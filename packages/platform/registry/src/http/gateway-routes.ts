import { acknowledgmentSchema, keyRequestSchema } from "@sliceway/protocol/api";
import express, { type Router } from "express";
import type { Context } from "../context.ts";
import { insertKey, listKeys } from "../db/keys.ts";
import { Refusal } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";
import { acknowledge } from "../requests/acknowledge.ts";
import type { Guards } from "./authorize.ts";
import { parseInput } from "./read-request.ts";

export function gatewayRoutes(context: Context, guards: Guards): Router {
  const router = express.Router();
  router.put("/v1/gateways/:id", guards.service, async (request, response) => {
    await acknowledge(context, request.params.id, parseInput(acknowledgmentSchema, request.body));
    response.json({});
  });
  router.put("/v1/keys/:kid", guards.service, async (request, response) => {
    const { jwk } = parseInput(keyRequestSchema, request.body);
    const isSame = await insertKey(context.db, request.params.kid, jwk, context.now());
    if (!isSame) throw new Refusal(requestErrors.KEY_DIFFERS("Another key has this id."));
    response.json({});
  });
  router.get("/v1/keys", async (_request, response) => {
    response.json(await listKeys(context.db));
  });
  return router;
}
