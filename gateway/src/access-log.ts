import { VECTOR_HEADER } from "@sliceway/protocol";
import type { Logger } from "@sliceway/service-kit";
import type { RequestHandler } from "express";

const QUIET = ["/healthz", "/readyz", "/metrics", "/pin"];

/** One line for every answer, seen with LOG_LEVEL=debug; failures always. Paths only: what stands behind `?` may be personal. */
export function accessLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    // Routers shorten the path while they work.
    const { path } = request;
    response.once("close", () => {
      if (QUIET.includes(path)) return;
      const line = {
        method: request.method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
        vector: response.getHeader(VECTOR_HEADER),
        operation: response.locals.operation,
        ...(!response.writableFinished && { cut: true }),
      };
      if (response.statusCode >= 500) log.warn(line, "answered");
      else log.debug(line, "answered");
    });
    next();
  };
}
