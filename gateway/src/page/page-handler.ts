import { type PageBoot, VECTOR_HEADER } from "@sliceway/protocol";
import type { Request, RequestHandler, Response } from "express";
import { sendPreviewRefused } from "../preview/send-preview-refused.ts";
import type { Admission } from "../routing/admission.ts";
import { searchOf } from "../search-of.ts";
import { admitPage, type PageAdmissionParts } from "./admit-page.ts";
import { takeAvoided } from "./avoided-releases.ts";
import { sendNothingLive } from "./nothing-live.ts";
import { closePage, openPage } from "./page-html.ts";
import { type PageParts, preparePage } from "./prepare-page.ts";
import { INTEGRITY_POLICY } from "./security-headers.ts";

/** Every page: the shell at its visitor's vector. Paths that no slice has get the same page with status 404. */
export function createPageHandler(parts: PageParts & PageAdmissionParts): RequestHandler {
  return async (request, response, next) => {
    if (!wantsPage(request)) return next();
    const choice = await parts.choosePageVector(request, response);
    if (choice.kind === "refused") return sendPreviewRefused(response, choice.why);
    const { vector: usual, preview } = choice;
    const failed = takeAvoided(request, response);
    // Who looks at a preview should see what is wrong with it.
    const avoiding = await admitPage(parts, { usual, avoid: preview ? [] : failed });
    const admitted = avoiding ?? (await parts.admit(usual));
    if (admitted.kind === "refused") return sendNothingLive(response);
    using admission = admitted.admission;
    await sendPage(parts, request, response, { admission, preview });
  };
}

/** A person's navigation, not an image that is missing. */
function wantsPage(request: Request): boolean {
  const destination = request.get("sec-fetch-dest");
  const isDocument = destination === undefined || destination === "document" || destination === "empty";
  return ["GET", "HEAD"].includes(request.method) && isDocument && request.accepts("html") === "html";
}

async function sendPage(
  parts: PageParts,
  request: Request,
  response: Response,
  { admission, preview }: { admission: Admission; preview: PageBoot["preview"] },
): Promise<void> {
  const { ready } = admission;
  const place = { path: request.path, search: searchOf(request) };
  const page = await preparePage(parts, { request, response }, admission, place);
  response.status(page.route ? 200 : 404).type("html");
  response.set({ "cache-control": "private, no-cache", [VECTOR_HEADER]: ready.id });
  // Files of a development session have no hashes.
  if (!ready.dev) response.set("integrity-policy", INTEGRITY_POLICY);
  response.vary("Cookie").vary("Accept-Language");
  response.write(openPage({ ready, preview, ...page, nonce: response.locals.nonce }));
  response.flush();
  response.end(closePage(await page.data));
}
