import {
  deploymentRequestSchema,
  failedSchema,
  migratedSchema,
  promotionRequestSchema,
} from "@sliceway/protocol/api";
import express, { type Router } from "express";
import type { Context } from "../context.ts";
import { findDeployment } from "../db/deployments.ts";
import { Refusal } from "../refusal.ts";
import { createDeployment } from "../requests/create-deployment.ts";
import { deploymentErrors } from "../requests/deployment-errors.ts";
import { promote } from "../requests/promote.ts";
import { reportContraction, reportRelease } from "../requests/report-release.ts";
import type { Guards } from "./authorize.ts";
import { callerOf, parseInput, parseReleaseKey } from "./read-request.ts";

export function deploymentRoutes(context: Context, guards: Guards): Router {
  const router = express.Router();
  router.post("/v1/deployments", guards.deploy, async (request, response) => {
    const order = parseInput(deploymentRequestSchema, request.body);
    response.status(202).json(await createDeployment(context, order, callerOf(response)));
  });
  router.post("/v1/promotions", guards.deploy, async (request, response) => {
    const { slice, to } = parseInput(promotionRequestSchema, request.body);
    response.json(await promote(context, { slice, to, by: callerOf(response) }));
  });
  router.get("/v1/deployments/:id", async (request, response) => {
    const deployment = await findDeployment(context.db, request.params.id);
    if (!deployment) throw new Refusal(deploymentErrors.DEPLOYMENT_UNKNOWN("There is no such deployment."));
    response.json(deployment);
  });
  router.put("/v1/migrated/:slice/:id", guards.service, async (request, response) => {
    const { slice, id: release } = parseReleaseKey(request);
    const { ok, error = null, contracted } = parseInput(migratedSchema, request.body);
    if (contracted) await reportContraction(context, { slice, id: release }, { contracted, ok, error });
    else await reportRelease(context, { slice, release, kind: "migrated", ok, error });
    response.json({});
  });
  router.put("/v1/failed/:slice/:id", guards.service, async (request, response) => {
    const { slice, id: release } = parseReleaseKey(request);
    const { error } = parseInput(failedSchema, request.body);
    await reportRelease(context, { slice, release, kind: "failed", ok: false, error });
    response.json({});
  });
  return router;
}
