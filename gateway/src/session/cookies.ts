import type { ServerResponse } from "node:http";
import type { Transport } from "./transport.ts";

export interface Cookie {
  name: string;
  value: string;
  maxAgeS: number;
}

/** `__Host-` binds a cookie to this very host over HTTPS; browsers refuse it elsewhere. */
export function cookieName(word: "session" | "visitor" | "preview", transport: Transport): string {
  return transport === "https" ? `__Host-${word}` : word;
}

export function findCookie(header: string | undefined, name: string): string | undefined {
  const pairs = header?.split(";") ?? [];
  const found = pairs.find((pair) => pair.trimStart().startsWith(`${name}=`));
  return found?.slice(found.indexOf("=") + 1).trim();
}

/** Adds a cookie that no script can read and no other site's forms can send. */
export function setCookie(response: ServerResponse, transport: Transport, cookie: Cookie): void {
  const secure = transport === "https" ? "; Secure" : "";
  const { name, value, maxAgeS } = cookie;
  const text = `${name}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure}`;
  response.appendHeader("set-cookie", text);
}
