import express, { type Router } from "express";
import type { Context } from "../context.ts";
import { runCheck } from "../operations/run-check.ts";
import { checkRequestSchema } from "../protocol.ts";
import type { Guards } from "./authorize.ts";
import { parseInput } from "./parse-input.ts";

/** `POST /v1/checks`: what a deployment would come to. */
export function checkRoutes(context: Context, guards: Guards): Router {
  const router = express.Router();
  router.post("/v1/checks", guards.service, express.json({ limit: "100mb" }), async (request, response) => {
    const { releases } = parseInput(checkRequestSchema, request.body);
    response.json(await runCheck(context, releases));
  });
  return router;
}
