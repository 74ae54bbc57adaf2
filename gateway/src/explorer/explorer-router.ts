import type { Logger } from "@sliceway/service-kit";
import express, { type RequestHandler, type Router } from "express";
import helmet from "helmet";
import { sendNothingLive } from "../page/nothing-live.ts";
import { findHiddenPreview } from "../preview/find-hidden-preview.ts";
import type { Admit } from "../routing/admission.ts";
import type { PlatformState } from "../routing/platform-state.ts";
import type { ReadyVectors } from "../routing/ready-vectors.ts";
import type { ReadCaller } from "../session/caller.ts";
import { buildExplorer } from "./build-explorer.ts";
import { type BundleState, type ExplorerVector, explorerPage, waitingPage } from "./explorer-page.ts";

interface Parts {
  admit: Admit;
  readCaller: ReadCaller;
  platform: PlatformState;
  vectors: ReadyVectors;
  /** Where the bundle is, or will be. */
  bundleDir: string;
  log: Logger;
}

/** `/explorer`: GraphiQL, served by ourselves, for people with a developer grant. Bundled when first asked for. */
export function createExplorerRouter(parts: Parts): Router {
  const bundle = bundleOnce(parts);
  const router = express.Router();
  router.use("/explorer/assets", express.static(parts.bundleDir, { index: false, maxAge: "1h" }));
  router.get("/explorer", explorerPolicy(), async (request, response) => {
    const admitted = await parts.admit();
    if (admitted.kind === "refused") return sendNothingLive(response);
    using admission = admitted.admission;
    const caller = await parts.readCaller(request, response, admission.ready);
    response.set("cache-control", "no-store");
    if (!caller.mayExplore) {
      response
        .status(403)
        .type("text")
        .send("The explorer needs a developer grant: log in as somebody who has one.\n");
      return;
    }
    const state = bundle();
    if (state === "ready") response.send(explorerPage(listVectors(parts)));
    else response.status(state === "failed" ? 500 : 200).send(waitingPage(state));
  });
  return router;
}

/** The live vector first. */
function listVectors({ platform, vectors }: Parts): ExplorerVector[] {
  const live = platform.live?.id;
  const ids = new Set([...(live ? [live] : []), ...vectors.ids]);
  return [...ids].flatMap((id) => {
    const ready = vectors.find(id);
    const preview = findHiddenPreview(platform.routing, id) ?? null;
    return ready ? [{ id, live: id === live, preview, releases: ready.vector.releases }] : [];
  });
}

function bundleOnce({ bundleDir, log }: Parts): () => BundleState {
  let state: BundleState | null = null;
  return () => {
    if (state) return state;
    state = "building";
    buildExplorer(bundleDir).then(
      () => {
        state = "ready";
      },
      (error: unknown) => {
        state = "failed";
        log.error({ err: error }, "the explorer could not be bundled");
      },
    );
    return state;
  };
}

/** The editor writes styles and starts workers; nothing may come from elsewhere. */
function explorerPolicy(): RequestHandler {
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      fontSrc: ["'self'", "data:"],
      imgSrc: ["'self'", "data:"],
      workerSrc: ["'self'", "blob:"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  });
}
