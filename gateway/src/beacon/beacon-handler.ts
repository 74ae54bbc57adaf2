import { type CrashReport, crashReportSchema } from "@sliceway/protocol";
import type { Logger } from "@sliceway/service-kit";
import express, { type ErrorRequestHandler, type Request, type RequestHandler } from "express";
import type { Registry } from "prom-client";
import type { ReadyVectors } from "../routing/ready-vectors.ts";
import { cookieName, findCookie } from "../session/cookies.ts";
import { readTransport } from "../session/transport.ts";
import { countCrashes } from "./count-crashes.ts";
import { RateLimit } from "./rate-limit.ts";

const BODY_LIMIT = "4kb";
const REPORTS = 10;
const WINDOW_MS = 60_000;

/** Whose code failed, and at which vector the page was loaded. */
export type Crash = Pick<CrashReport, "vector" | "slice" | "release">;

interface Parts {
  vectors: Pick<ReadyVectors, "find">;
  publicOrigin: URL | null;
  register: Registry;
  log: Logger;
  /** Told of every crash that counts. */
  onCrash?: (crash: Crash) => void;
}

/**
 * `POST /beacon`: a page says that the code of a release failed in it. What counts is a report by a browser that was
 * served a page before, about a release of a vector that is served; each browser is heard ten times a minute.
 */
export function createBeaconHandler(parts: Parts): (RequestHandler | ErrorRequestHandler)[] {
  const { vectors, publicOrigin, register, log, onCrash } = parts;
  const count = countCrashes(register);
  const limit = new RateLimit(REPORTS, WINDOW_MS);
  const hear: RequestHandler = (request, response) => {
    response.set("cache-control", "no-store");
    const parsed = crashReportSchema.safeParse(request.body);
    if (!parsed.success) return void response.status(400).end();
    const visitor = findVisitor(request, publicOrigin);
    const crash = parsed.data;
    if (!visitor || !isServed(vectors, crash)) return void response.status(204).end();
    if (!limit.allows(visitor)) return void response.status(429).end();
    log.warn(crash, "the code of a release failed in a page");
    count(crash);
    onCrash?.(crash);
    response.status(204).end();
  };
  return [express.json({ limit: BODY_LIMIT, strict: true }), hear, answerUnreadable];
}

/** Pages give every browser its id; without one nobody has seen a page here. */
function findVisitor(request: Request, publicOrigin: URL | null): string | undefined {
  const name = cookieName("visitor", readTransport(request, publicOrigin));
  return findCookie(request.headers.cookie, name);
}

function isServed(vectors: Parts["vectors"], { vector, slice, release }: Crash): boolean {
  return vectors.find(vector)?.vector.releases[slice] === release;
}

const answerUnreadable: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
  response
    .status(error.status ?? 400)
    .set("cache-control", "no-store")
    .end();
};
