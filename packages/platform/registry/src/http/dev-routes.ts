import { previewNameSchema } from "@sliceway/protocol";
import { devSessionSchema } from "@sliceway/protocol/api";
import express, { type Router } from "express";
import { z } from "zod";
import type { Context } from "../context.ts";
import { requireLength } from "../files/limit-bytes.ts";
import { endDevSession } from "../requests/end-dev-session.ts";
import { receiveDevFile } from "../requests/receive-dev-file.ts";
import { renewDevSession } from "../requests/renew-dev-session.ts";
import type { Guards } from "./authorize.ts";
import { callerOf, parseInput } from "./read-request.ts";

const pathSchema = z.array(z.string());

export function devRoutes(context: Context, guards: Guards): Router {
  const router = express.Router();
  router.put("/v1/dev/:name", guards.deploy, express.json(), async (request, response) => {
    const { id, slice } = parseInput(devSessionSchema, request.body);
    const name = parseInput(previewNameSchema, request.params.name);
    response.json(await renewDevSession(context, { id, slice, name }, callerOf(response)));
  });
  router.put("/v1/dev/:name/files/*path", guards.deploy, async (request, response) => {
    const path = parseInput(pathSchema, request.params.path).join("/");
    requireLength(request.headers["content-length"]);
    const name = parseInput(previewNameSchema, request.params.name);
    await receiveDevFile(context, { name, path, bytes: request }, callerOf(response));
    response.status(201).json({});
  });
  router.delete("/v1/dev/:name", guards.deploy, async (request, response) => {
    const id = parseInput(devSessionSchema.shape.id, request.query.id);
    const name = parseInput(previewNameSchema, request.params.name);
    await endDevSession(context, { id, name }, callerOf(response));
    response.json({});
  });
  return router;
}
