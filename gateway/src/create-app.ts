import { IDEMPOTENCY_HEADER, OFFER_HEADER, PREVIEW_HEADER, VECTOR_HEADER } from "@sliceway/protocol";
import compression from "compression";
import cors from "cors";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { accessLog } from "./access-log.ts";
import { createAssetHandler } from "./assets/asset-handler.ts";
import { createBeaconHandler } from "./beacon/beacon-handler.ts";
import type { GatewayContext } from "./context.ts";
import { explorerDir } from "./explorer/build-explorer.ts";
import { createExplorerRouter } from "./explorer/explorer-router.ts";
import { createGraphqlHandler } from "./graphql/graphql-handler.ts";
import { createBootHandler } from "./page/boot-handler.ts";
import { createPageHandler } from "./page/page-handler.ts";
import { pageSecurity, securityHeaders } from "./page/security-headers.ts";
import { createPreviewEntrance } from "./preview/preview-entrance.ts";
import { createPinHandler } from "./routing/pin-handler.ts";

/** The public door: what is asked for most often stands first. */
export function createApp(context: GatewayContext): Express {
  const { config, health, metrics, log } = context;
  const app = express();
  app.disable("x-powered-by").disable("etag");
  app.use(metrics.httpMiddleware, accessLog(log), securityHeaders());
  app.use(health.router, metrics.router);
  app.use("/s", createAssetHandler(config.releasesDir), notFound);
  app.use(compression());
  app.all("/graphql", allowOrigins(config.allowedOrigins), createGraphqlHandler({ ...context, ...config }));
  app.post("/pin", createPinHandler(context));
  app.post("/beacon", createBeaconHandler({ ...context, ...config, register: metrics.register }));
  app.get("/boot", createBootHandler(context));
  app.use(createExplorerRouter({ ...context, bundleDir: explorerDir(config.stateDir) }));
  app.use(pageSecurity(), createPreviewEntrance({ ...context, ...config }), createPageHandler(context));
  app.use(notFound, answerBug(context));
  return app;
}

/** Lets pages of these origins send GraphQL, cookies included. */
function allowOrigins(origins: string[]): RequestHandler {
  return cors({
    origin: origins,
    credentials: true,
    methods: ["GET", "POST"],
    allowedHeaders: ["content-type", VECTOR_HEADER, IDEMPOTENCY_HEADER, PREVIEW_HEADER],
    exposedHeaders: [VECTOR_HEADER, OFFER_HEADER],
    maxAge: 600,
  });
}

const notFound: RequestHandler = (_request, response) => {
  response.status(404).set("cache-control", "no-store").type("text").send("Not found\n");
};

function answerBug({ log }: GatewayContext): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    log.error({ err: error, path: request.path }, "a request has failed");
    if (response.headersSent) response.destroy();
    else
      response
        .status(500)
        .set("cache-control", "no-store")
        .type("text")
        .send("Something went wrong on our side\n");
  };
}
