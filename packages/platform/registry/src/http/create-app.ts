import { createMetrics, type Health } from "@sliceway/service-kit";
import express, { type Express } from "express";
import type { Context } from "../context.ts";
import { Refusal } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";
import { answerError } from "./answer-error.ts";
import { createGuards } from "./authorize.ts";
import { checkRoutes } from "./check-routes.ts";
import { deploymentRoutes } from "./deployment-routes.ts";
import { devRoutes } from "./dev-routes.ts";
import { gatewayRoutes } from "./gateway-routes.ts";
import { leaseRoutes } from "./lease-routes.ts";
import { previewRoutes } from "./preview-routes.ts";
import { releaseRoutes } from "./release-routes.ts";
import { routingRoutes } from "./routing-routes.ts";
import { signingKeyRoutes } from "./signing-key-routes.ts";
import { tokenRoutes } from "./token-routes.ts";
import { watchRoutes } from "./watch-routes.ts";

/** The registry's HTTP protocol. */
export function createApp(context: Context, health: Health): Express {
  const metrics = createMetrics("registry");
  const guards = createGuards(context);
  const app = express().disable("x-powered-by").disable("etag");
  app.use(metrics.httpMiddleware, health.router, metrics.router);
  // Releases are larger than anything else, and files are no JSON.
  app.use(releaseRoutes(context, guards), checkRoutes(context, guards), watchRoutes(context, health));
  app.use(devRoutes(context, guards));
  app.use(express.json());
  app.use(routingRoutes(context, guards), deploymentRoutes(context, guards));
  app.use(leaseRoutes(context, guards), gatewayRoutes(context, guards), previewRoutes(context, guards));
  app.use(tokenRoutes(context, guards), signingKeyRoutes(context, guards));
  app.use(() => {
    throw new Refusal(requestErrors.NOT_FOUND("There is nothing here."));
  });
  app.use(answerError(context.log));
  return app;
}
