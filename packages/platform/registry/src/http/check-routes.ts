import { parseReleaseRef, type Release } from "@sliceway/protocol";
import { checkRequestSchema } from "@sliceway/protocol/api";
import express, { type Router } from "express";
import { requireRights } from "../access/caller.ts";
import type { Context } from "../context.ts";
import { validateReleases } from "../requests/validate-releases.ts";
import type { Guards } from "./authorize.ts";
import { callerOf, parseInput } from "./read-request.ts";

/** `POST /v1/checks`: what a deployment would come to. */
export function checkRoutes(context: Context, guards: Guards): Router {
  const router = express.Router();
  router.post("/v1/checks", guards.deploy, express.json({ limit: "100mb" }), async (request, response) => {
    const { releases } = parseInput(checkRequestSchema, request.body);
    requireRights(callerOf(response), releases.map(sliceOf));
    response.json(await validateReleases(context, releases));
  });
  return router;
}

function sliceOf(release: Release | string): string {
  return typeof release === "string" ? parseReleaseRef(release).slice : release.slice;
}
