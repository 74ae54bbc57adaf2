import type { PageBoot, PageData } from "@sliceway/protocol";
import { matchRoute } from "@sliceway/protocol/route";
import type { Logger } from "@sliceway/service-kit";
import type { Request, Response } from "express";
import { whenClientGone } from "../client-gone.ts";
import type { StartOperation } from "../graphql/start-operation.ts";
import type { Admission } from "../routing/admission.ts";
import type { ChoosePageVector } from "../routing/choose-page-vector.ts";
import type { SliceRoute } from "../routing/ready-vector.ts";
import type { TrafficCounter } from "../routing/traffic-counter.ts";
import type { ReadCaller } from "../session/caller.ts";
import { negotiateLanguages } from "./language.ts";
import { readPageData } from "./page-data.ts";

export interface PageParts {
  choosePageVector: ChoosePageVector;
  readCaller: ReadCaller;
  startOperation: StartOperation;
  traffic: TrafficCounter;
  log: Logger;
}

/** Where in the product a page is: `/notes/7` and `?after=3`. */
export interface PagePlace {
  path: string;
  search: string;
}

/** What a page needs beside its vector, in whatever form it is sent. */
export interface PreparedPage {
  /** Undefined where no slice has such a page: the shell says so. */
  route: SliceRoute | undefined;
  viewer: PageBoot["viewer"];
  /** Best first. */
  languages: [string, ...string[]];
  /** The route's operation, which runs already. Never rejects. */
  data: Promise<PageData>;
}

export async function preparePage(
  parts: PageParts,
  { request, response }: { request: Request; response: Response },
  admission: Admission,
  { path, search }: PagePlace,
): Promise<PreparedPage> {
  const { ready } = admission;
  const caller = await parts.readCaller(request, response, ready);
  const match = matchRoute(ready.routes, path);
  const gone = whenClientGone(response);
  const data = readPageData({ ...parts, admission, caller, match, search, gone }).catch((error: unknown) => {
    parts.log.error({ err: error, path }, "the route's operation has failed");
    return { operation: null };
  });
  const viewer = caller.claims && { id: caller.claims.userId, handle: caller.claims.handle };
  return { route: match?.route, viewer, languages: negotiateLanguages(request, ready), data };
}
