import { signingKeyRequestSchema } from "@sliceway/protocol/api";
import express, { type Router } from "express";
import { describeKey } from "../access/describe-key.ts";
import type { Context } from "../context.ts";
import { listSigningKeys } from "../db/signing-keys.ts";
import { addSigningKey } from "../requests/add-signing-key.ts";
import { revokeSigningKey } from "../requests/revoke-signing-key.ts";
import type { Guards } from "./authorize.ts";
import { parseInput, whoOf } from "./read-request.ts";

export function signingKeyRoutes(context: Context, { administrator }: Guards): Router {
  const router = express.Router();
  router.post("/v1/signing-keys", administrator, async (request, response) => {
    const order = parseInput(signingKeyRequestSchema, request.body);
    const { key, created } = await addSigningKey(context, order, whoOf(response));
    response.status(created ? 201 : 200).json(key);
  });
  // They are public.
  router.get("/v1/signing-keys", async (_request, response) => {
    response.json({ keys: (await listSigningKeys(context.db)).map(describeKey) });
  });
  router.delete("/v1/signing-keys/:id", administrator, async (request, response) => {
    response.json({ keys: await revokeSigningKey(context, request.params.id, whoOf(response)) });
  });
  return router;
}
