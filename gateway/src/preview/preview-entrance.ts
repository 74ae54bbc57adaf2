import type { Request, RequestHandler, Response } from "express";
import { searchOf } from "../search-of.ts";
import { cookieName, setCookie } from "../session/cookies.ts";
import { readTransport } from "../session/transport.ts";
import type { CheckOverride } from "./read-override.ts";
import { sendPreviewRefused } from "./send-preview-refused.ts";

interface Parts {
  checkOverride: CheckOverride;
  publicOrigin: URL | null;
}

/**
 * `?preview=<token>` lets this browser see a preview, `?preview=off` ends that. Both lead to the same address without
 * it, so that the token is neither bookmarked nor passed on.
 */
export function createPreviewEntrance({ checkOverride, publicOrigin }: Parts): RequestHandler {
  return async (request, response, next) => {
    const search = new URLSearchParams(searchOf(request));
    const token = search.get("preview");
    if (token === null || request.method !== "GET") return next();
    const override = token === "off" ? null : await checkOverride(token);
    if (override?.kind === "refused") return sendPreviewRefused(response, override.why);
    const maxAgeS = override ? Math.floor(override.expiresS - Date.now() / 1000) : 0;
    const transport = readTransport(request, publicOrigin);
    const value = override ? token : "";
    setCookie(response, transport, { name: cookieName("preview", transport), value, maxAgeS });
    redirectClean(request, response, search);
  };
}

function redirectClean({ path }: Request, response: Response, search: URLSearchParams): void {
  search.delete("preview");
  const rest = search.size > 0 ? `?${search}` : "";
  // Two slashes at the beginning would lead to another host.
  response.set("cache-control", "no-store").redirect(303, `${path.replace(/^\/+/, "/")}${rest}`);
}
