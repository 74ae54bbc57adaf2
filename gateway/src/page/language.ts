import type { Request } from "express";
import type { ReadyVector } from "../routing/ready-vector.ts";
import { findCookie } from "../session/cookies.ts";

/**
 * Languages to show the page in, best first: the one chosen (cookie `language`), those the browser asks for,
 * then the first that the product has. Only languages that the shell speaks are named.
 */
export function negotiateLanguages(request: Request, { vector }: ReadyVector): [string, ...string[]] {
  const shell = vector.slices.find(({ role }) => role === "shell") ?? vector.slices[0];
  const offered = Object.keys(shell?.manifest.title ?? {});
  const chosen = findCookie(request.headers.cookie, "language");
  const asked = [...(chosen ? [chosen] : []), ...request.acceptsLanguages()];
  const known = asked.flatMap((language) => findOffered(language, offered));
  const [first = "en", ...rest] = new Set([...known, ...offered.slice(0, 1)]);
  return [first, ...rest];
}

/** `ko-KR` is served by `ko`. */
function findOffered(language: string, offered: string[]): string[] {
  const [primary] = language.split("-");
  return offered.filter((one) => one === language || one === primary);
}
