import { heartbeatSchema, leaseRequestSchema } from "@sliceway/protocol/api";
import express, { type Router } from "express";
import { z } from "zod";
import type { Context } from "../context.ts";
import { deleteLease } from "../db/leases.ts";
import { openLease } from "../requests/open-lease.ts";
import { renewLease } from "../requests/renew-lease.ts";
import type { Guards } from "./authorize.ts";
import { parseInput } from "./read-request.ts";

const epochSchema = z.coerce.number().int();

export function leaseRoutes(context: Context, guards: Guards): Router {
  const router = express.Router();
  router.post("/v1/leases", guards.service, async (request, response) => {
    response.status(201).json(await openLease(context, parseInput(leaseRequestSchema, request.body)));
  });
  router.put("/v1/leases/:instance", guards.service, async (request, response) => {
    const heartbeat = parseInput(heartbeatSchema, request.body);
    response.json(await renewLease(context, request.params.instance, heartbeat));
  });
  router.delete("/v1/leases/:instance", guards.service, async (request, response) => {
    await deleteLease(context.db, request.params.instance, parseInput(epochSchema, request.query.epoch));
    response.json({});
  });
  return router;
}
