import {
  revocationRequestSchema,
  rollbackRequestSchema,
  routingChangeSchema,
  vectorRequestSchema,
} from "@sliceway/protocol/api";
import express, { type Router } from "express";
import type { Context } from "../context.ts";
import { readRouting } from "../db/routing.ts";
import { listHistory } from "../db/routing-history.ts";
import { findVector } from "../db/vectors.ts";
import { createVector } from "../requests/create-vector.ts";
import { readAudit } from "../requests/read-audit.ts";
import { readOverview } from "../requests/read-overview.ts";
import { revokeRelease } from "../requests/revoke-release.ts";
import { rollBack } from "../requests/roll-back.ts";
import { setRouting } from "../requests/set-routing.ts";
import { vectorUnknown } from "../routing/refusals.ts";
import type { Guards } from "./authorize.ts";
import { callerOf, parseInput, whoOf } from "./read-request.ts";

export function routingRoutes(context: Context, guards: Guards): Router {
  const router = express.Router();
  router.post("/v1/vectors", guards.service, async (request, response) => {
    const { releases } = parseInput(vectorRequestSchema, request.body);
    const { vector, created } = await createVector(context, releases);
    response.status(created ? 201 : 200).json(vector);
  });
  router.get("/v1/vectors/:id", async (request, response) => {
    const vector = await findVector(context.db, request.params.id);
    if (!vector) throw vectorUnknown(request.params.id);
    response.json(vector);
  });
  router.get("/v1/routing", async (_request, response) => {
    response.json(await readRouting(context.db, context.now()));
  });
  router.get("/v1/overview", async (_request, response) => {
    response.json(await readOverview(context));
  });
  router.get("/v1/routing/history", async (_request, response) => {
    response.json({ history: await listHistory(context.db) });
  });
  router.get("/v1/audit", async (_request, response) => {
    response.json({ entries: await readAudit(context) });
  });
  router.put("/v1/routing", guards.administrator, async (request, response) => {
    const change = parseInput(routingChangeSchema, request.body);
    response.json(await setRouting(context, change, whoOf(response)));
  });
  router.post("/v1/rollbacks", guards.deploy, async (request, response) => {
    const wish = parseInput(rollbackRequestSchema, request.body);
    response.json(await rollBack(context, wish, callerOf(response)));
  });
  router.post("/v1/revocations", guards.deploy, async (request, response) => {
    const { slice, release } = parseInput(revocationRequestSchema, request.body);
    response.json(await revokeRelease(context, { slice, id: release }, callerOf(response)));
  });
  return router;
}
