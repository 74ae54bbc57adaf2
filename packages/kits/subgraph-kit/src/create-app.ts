import type { ApolloServer } from "@apollo/server";
import type { Health, Metrics } from "@sliceway/service-kit";
import express, { type Express } from "express";
import type { JWTVerifyGetKey } from "jose";
import { authenticate } from "./http/authenticate.ts";
import { requestContext } from "./http/request-context.ts";
import { serveGraphql } from "./http/serve-graphql.ts";
import { serveIdentity } from "./http/serve-identity.ts";
import type { RequestContext } from "./request-context.ts";
import type { Identity, SliceDefinition } from "./slice-definition.ts";
import type { SliceService } from "./slice-service.ts";

interface AppParts<DB, Events, Context extends RequestContext<DB, Events>> {
  definition: SliceDefinition<DB, Events, Context>;
  service: SliceService<DB, Events>;
  identity: Identity | undefined;
  apollo: ApolloServer<Context>;
  getKey: JWTVerifyGetKey;
  health: Health;
  metrics: Metrics;
}

/** The slice's HTTP: health and metrics are open, all else takes a signed token. */
export function createApp<DB, Events, Context extends RequestContext<DB, Events>>({
  definition,
  service,
  identity,
  apollo,
  getKey,
  health,
  metrics,
}: AppParts<DB, Events, Context>): Express {
  const app = express().disable("x-powered-by").disable("etag");
  app.use(metrics.httpMiddleware, health.router, metrics.router);
  app.use(authenticate(service.slice, getKey), express.json({ limit: "1mb" }));
  app.use(
    serveGraphql(apollo, (...call) => definition.createContext(requestContext(service, identity, ...call))),
  );
  if (identity) app.use(serveIdentity(identity));
  return app;
}
