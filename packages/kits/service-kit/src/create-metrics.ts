import express from "express";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export interface Metrics {
  /** Where a process registers counters of its own (prom-client). */
  readonly register: Registry;
  /** `GET /metrics` in the Prometheus text format. */
  readonly router: express.Router;
  /** Measures each request as `http_request_duration_seconds{method,route,status}`. */
  readonly httpMiddleware: express.RequestHandler;
}

/** The metrics of one process; every series carries `service="<name>"`. */
export function createMetrics(name: string): Metrics {
  const register = new Registry();
  register.setDefaultLabels({ service: name });
  collectDefaultMetrics({ register });
  const router = express.Router();
  router.get("/metrics", async (_request, response) => {
    response.type(register.contentType).send(await register.metrics());
  });
  return { register, router, httpMiddleware: measureRequests(register) };
}

function measureRequests(register: Registry): express.RequestHandler {
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the request's arrival to the end of its answer.",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  });
  return (request, response, next) => {
    const stopTimer = duration.startTimer();
    response.once("close", () =>
      stopTimer({ method: request.method, route: routeOf(request), status: String(response.statusCode) }),
    );
    next();
  };
}

/** The route's pattern, not its URL: URLs would make a series each. */
function routeOf(request: express.Request): string {
  const route: { path?: unknown } | undefined = request.route;
  return route?.path === undefined ? "unmatched" : String(route.path);
}
