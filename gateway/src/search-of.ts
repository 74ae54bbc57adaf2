import type { IncomingMessage } from "node:http";

/** What stands behind the path, `?` included. (`new URL` throws on what some clients send as a path.) */
export function searchOf({ url = "" }: Pick<IncomingMessage, "url">): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at);
}
