import express, { type Router } from "express";
import type { Context } from "../context.ts";
import { endPreview } from "../requests/end-preview.ts";
import { createPreviewLink, listPreviewLinkKeys } from "../requests/preview-links.ts";
import { requirePreviewRights } from "../requests/require-preview-rights.ts";
import type { Guards } from "./authorize.ts";
import { callerOf, whoOf } from "./read-request.ts";

export function previewRoutes(context: Context, guards: Guards): Router {
  const router = express.Router();
  router.get("/v1/previews/keys", async (_request, response) => {
    response.json(await listPreviewLinkKeys(context));
  });
  router.post("/v1/previews/:name/links", guards.deploy, async (request, response) => {
    const { name } = request.params;
    await requirePreviewRights(context, name, callerOf(response));
    response.status(201).json(await createPreviewLink(context, name));
  });
  router.delete("/v1/previews/:name", guards.deploy, async (request, response) => {
    const { name } = request.params;
    await requirePreviewRights(context, name, callerOf(response));
    response.json(await endPreview(context, name, whoOf(response)));
  });
  return router;
}
