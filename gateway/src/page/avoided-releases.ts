import { AVOID_COOKIE, releaseRefSchema } from "@sliceway/protocol";
import type { Request, Response } from "express";
import { findCookie } from "../session/cookies.ts";

const LIMIT = 20;

/** `slice@id.slice@id` to its parts; whatever is none is left out. */
export function readReleases(text: string): string[] {
  const parts = text.split(".").slice(0, LIMIT);
  return parts.filter((part) => releaseRefSchema.safeParse(part).success);
}

/** Releases that failed in the page from which this one is loaded anew. The cookie is good for this once. */
export function takeAvoided(request: Request, response: Response): string[] {
  const text = findCookie(request.headers.cookie, AVOID_COOKIE);
  if (text === undefined) return [];
  response.appendHeader("set-cookie", `${AVOID_COOKIE}=; Path=/; Max-Age=0; SameSite=Lax`);
  return readReleases(text);
}
