import { type HttpServer, startHttp } from "@sliceway/service-kit";
import express from "express";
import type { GatewayContext } from "./context.ts";

/**
 * Answers for this process alone, at an address of its own: behind one port there may be two gateways, while a new one
 * takes over from an old one.
 */
export function startHealthServer({ health, metrics }: GatewayContext, port: number): Promise<HttpServer> {
  const app = express().disable("x-powered-by").disable("etag");
  app.use(health.router, metrics.router);
  return startHttp(app, { host: "127.0.0.1", port, setting: "HEALTH_PORT" });
}
