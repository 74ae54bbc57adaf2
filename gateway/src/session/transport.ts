import type { IncomingMessage } from "node:http";
import { isIPv4 } from "node:net";

/** How a browser reached us: `plain` is HTTP over a network, where nobody may log in. */
export type Transport = "https" | "loopback" | "plain";

/** `publicOrigin` is what browsers see when something stands before the gateway, such as a TLS proxy. */
export function readTransport(request: IncomingMessage, publicOrigin: URL | null): Transport {
  if (publicOrigin?.protocol === "https:") return "https";
  const host = publicOrigin?.hostname ?? hostName(request.headers.host);
  return isLoopbackName(host) ? "loopback" : "plain";
}

/** The connection itself comes from this machine and is meant for it: a Host header alone proves nothing. */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const from = request.socket.remoteAddress ?? "";
  const isLocal = isLoopbackName(from.replace(/^::ffff:/, "")) || from === "::1";
  return isLocal && isLoopbackName(hostName(request.headers.host));
}

function hostName(host: string | undefined): string {
  return URL.parse(`http://${host}`)?.hostname ?? "";
}

function isLoopbackName(name: string): boolean {
  if (name === "localhost" || name.endsWith(".localhost") || name === "[::1]") return true;
  return isIPv4(name) && name.startsWith("127.");
}
