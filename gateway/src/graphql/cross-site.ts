import type { IncomingMessage } from "node:http";

/**
 * Whether another site's page sent this request. Browsers say so themselves; programs that say nothing are
 * no browser, and hold no cookie that they were not given.
 */
export function isCrossSite(
  { headers }: Pick<IncomingMessage, "headers">,
  { allowedOrigins, publicOrigin }: { allowedOrigins: readonly string[]; publicOrigin: URL | null },
): boolean {
  const { origin, host } = headers;
  if (origin && allowedOrigins.includes(origin)) return false;
  const site = headers["sec-fetch-site"];
  if (site) return site !== "same-origin" && site !== "none";
  if (!origin) return false;
  const from = URL.parse(origin)?.host;
  return from === undefined || (from !== host && from !== publicOrigin?.host);
}
