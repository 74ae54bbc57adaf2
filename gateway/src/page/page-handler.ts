import { VECTOR_HEADER } from "@sliceway/manifest";
import { matchRoute } from "@sliceway/manifest/route";
import type { Logger } from "@sliceway/service-kit";
import type { Request, RequestHandler, Response } from "express";
import { whenClientGone } from "../client-gone.ts";
import type { StartOperation } from "../graphql/start-operation.ts";
import type { Admission, Admit } from "../routing/admission.ts";
import { searchOf } from "../search-of.ts";
import type { ReadCaller } from "../session/caller.ts";
import { negotiateLanguages } from "./language.ts";
import { sendNothingLive } from "./nothing-live.ts";
import { readPageData } from "./page-data.ts";
import { closePage, openPage } from "./page-html.ts";

interface Parts {
  admit: Admit;
  readCaller: ReadCaller;
  startOperation: StartOperation;
  log: Logger;
}

/** Every page: the shell at the live vector. Paths that no slice has get the same page with status 404. */
export function createPageHandler(parts: Parts): RequestHandler {
  return async (request, response, next) => {
    if (!wantsPage(request)) return next();
    const admitted = await parts.admit();
    if (typeof admitted === "string") return sendNothingLive(response);
    using admission = admitted;
    await sendPage(parts, request, response, admission);
  };
}

/** A person's navigation, not an image that is missing. */
function wantsPage(request: Request): boolean {
  const destination = request.get("sec-fetch-dest");
  const isDocument = destination === undefined || destination === "document" || destination === "empty";
  return ["GET", "HEAD"].includes(request.method) && isDocument && request.accepts("html") === "html";
}

async function sendPage(
  parts: Parts,
  request: Request,
  response: Response,
  admission: Admission,
): Promise<void> {
  const { ready } = admission;
  const caller = await parts.readCaller(request, response, ready);
  const match = matchRoute(ready.routes, request.path);
  const search = searchOf(request);
  const gone = whenClientGone(response);
  const data = readPageData({ ...parts, admission, caller, match, search, gone }).catch((error: unknown) => {
    parts.log.error({ err: error, path: request.path }, "the route's operation has failed");
    return { operation: null };
  });

  response.status(match ? 200 : 404).type("html");
  response.set({ "cache-control": "private, no-cache", [VECTOR_HEADER]: ready.id });
  response.vary("Cookie").vary("Accept-Language");
  const viewer = caller.claims && { id: caller.claims.userId, handle: caller.claims.handle };
  const languages = negotiateLanguages(request, ready);
  response.write(openPage({ ready, route: match?.route, languages, viewer, nonce: response.locals.nonce }));
  response.flush();
  response.end(closePage(await data));
}
