import { releaseRef, releaseSchema, SIGNATURE_HEADER } from "@sliceway/protocol";
import express, { type Router } from "express";
import { z } from "zod";
import { requireRights } from "../access/caller.ts";
import type { Context } from "../context.ts";
import { findRelease, listReleases } from "../db/releases.ts";
import { requireLength } from "../files/limit-bytes.ts";
import { publishErrors } from "../publish/publish-errors.ts";
import { readSignature } from "../publish/require-signature.ts";
import { Refusal } from "../refusal.ts";
import { requestErrors } from "../request-errors.ts";
import { publishRelease } from "../requests/publish-release.ts";
import { receiveFile } from "../requests/receive-file.ts";
import type { Guards } from "./authorize.ts";
import { callerOf, parseInput, parseReleaseKey, whoOf } from "./read-request.ts";

const pathSchema = z.array(z.string());

export function releaseRoutes(context: Context, guards: Guards): Router {
  const router = express.Router();
  router.put("/v1/releases/:slice/:id/files/*path", guards.deploy, async (request, response) => {
    const release = parseReleaseKey(request);
    requireRights(callerOf(response), [release.slice]);
    const path = parseInput(pathSchema, request.params.path).join("/");
    requireLength(request.headers["content-length"]);
    await receiveFile(context, release, path, request);
    response.status(201).json({});
  });
  router.put(
    "/v1/releases/:slice/:id",
    guards.deploy,
    express.json({ limit: "20mb" }),
    async (request, response) => {
      const document: z.input<typeof releaseSchema> = request.body;
      const release = parseInput(releaseSchema, document);
      requireRights(callerOf(response), [release.slice]);
      if (releaseRef(release) !== releaseRef(parseReleaseKey(request)))
        throw new Refusal({
          ...requestErrors.REQUEST_INVALID("Path and content name two releases."),
          fix: "Correct the path.",
        });
      const signature = readSignature(request.get(SIGNATURE_HEADER), release.slice);
      const publication = { release, document, signature };
      const isNew = await publishRelease(context, publication, whoOf(response));
      response.status(isNew ? 201 : 200).json({});
    },
  );
  router.get("/v1/releases", async (request, response) => {
    const slice = parseInput(z.string().optional(), request.query.slice);
    response.json({ releases: await listReleases(context.db, slice) });
  });
  router.get("/v1/releases/:slice/:id", async (request, response) => {
    const release = await findRelease(context.db, parseReleaseKey(request));
    if (!release)
      throw new Refusal({
        ...publishErrors.RELEASE_UNKNOWN("This release is not published."),
        fix: "Publish it first.",
      });
    response.json(release);
  });
  return router;
}
