import type { SessionChange } from "../graphql/operation-context.ts";

/** Reads the identity slice's header: `open <token> <maxAgeSeconds>` or `close`. Null if it says neither. */
export function readSessionChange(header: string | string[] | undefined): SessionChange | null {
  if (header === "close") return { kind: "close" };
  if (typeof header !== "string") return null;
  const [, token, maxAgeS] = /^open ([\w.~+/=-]{16,512}) (\d{1,9})$/.exec(header) ?? [];
  return token && maxAgeS ? { kind: "open", token, maxAgeS: Number(maxAgeS) } : null;
}
