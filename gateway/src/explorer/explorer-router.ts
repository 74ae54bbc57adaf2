import type { Logger } from "@sliceway/service-kit";
import express, { type RequestHandler, type Response, type Router } from "express";
import helmet from "helmet";
import { jsonScript } from "../page/markup.ts";
import { sendNothingLive } from "../page/nothing-live.ts";
import type { Admit } from "../routing/admission.ts";
import type { PlatformState } from "../routing/platform-state.ts";
import type { ReadyVectors } from "../routing/ready-vectors.ts";
import type { ReadCaller } from "../session/caller.ts";
import { buildExplorer } from "./build-explorer.ts";

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
    if (typeof admitted === "string") return sendNothingLive(response);
    using admission = admitted;
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
    response.send(state === "ready" ? explorerPage(parts) : waitingPage(response, state));
  });
  return router;
}

type BundleState = "ready" | "building" | "failed";

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

function explorerPage({ platform, vectors }: Parts): string {
  const live = platform.live?.id;
  const ids = [...new Set([...(live ? [live] : []), ...vectors.ids])];
  const listed = ids.map((id) => ({
    id,
    live: id === live,
    releases: vectors.find(id)?.vector.releases ?? {},
  }));
  return `${HEAD}<title>Explorer</title><link rel="stylesheet" href="/explorer/assets/main.css">
${jsonScript("explorer-vectors", JSON.stringify(listed))}
</head><body><div id="root"></div><script type="module" src="/explorer/assets/main.js"></script></body></html>\n`;
}

function waitingPage(response: Response, state: BundleState): string {
  if (state === "failed") {
    response.status(500);
    return `${HEAD}<title>Explorer</title></head><body><p>The explorer could not be bundled; the gateway's log says why.</p></body></html>\n`;
  }
  return `${HEAD}<meta http-equiv="refresh" content="1"><title>Explorer</title></head>
<body><p>The explorer is being bundled. This takes a few seconds, once.</p></body></html>\n`;
}

const HEAD =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';

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
