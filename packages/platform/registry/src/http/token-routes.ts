import { tokenRequestSchema } from "@sliceway/protocol/api";
import express, { type Router } from "express";
import { describeToken } from "../access/describe-token.ts";
import type { Context } from "../context.ts";
import { listTokens } from "../db/deploy-tokens.ts";
import { createToken } from "../requests/create-token.ts";
import { revokeToken } from "../requests/revoke-token.ts";
import type { Guards } from "./authorize.ts";
import { parseInput, whoOf } from "./read-request.ts";

export function tokenRoutes(context: Context, { administrator }: Guards): Router {
  const router = express.Router();
  router.post("/v1/tokens", administrator, async (request, response) => {
    const order = parseInput(tokenRequestSchema, request.body);
    response.set("cache-control", "no-store");
    response.status(201).json(await createToken(context, order, whoOf(response)));
  });
  router.get("/v1/tokens", administrator, async (_request, response) => {
    response.json({ tokens: (await listTokens(context.db)).map(describeToken) });
  });
  router.delete("/v1/tokens/:id", administrator, async (request, response) => {
    response.json(await revokeToken(context, request.params.id, whoOf(response)));
  });
  return router;
}
