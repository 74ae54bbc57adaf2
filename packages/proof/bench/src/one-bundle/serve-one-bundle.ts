import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { RELEASE_TOKEN, type VectorSlice } from "@sliceway/protocol";
import { bundlePage } from "./bundle-page.ts";

export interface ServedBundle extends AsyncDisposable {
  url: string;
}

interface Parts {
  gatewayUrl: string;
  shell: VectorSlice;
  /** The built files. */
  dir: string;
}

/** A door in front of a gateway that gives pages the one bundle, and passes on everything else. */
export async function serveOneBundle(parts: Parts): Promise<ServedBundle> {
  // As the build has it in its public path.
  const path = `/s/${parts.shell.slice}/${RELEASE_TOKEN}/`;
  const server = createServer((request, response) => {
    const answered = request.url?.startsWith(path)
      ? sendFile(join(parts.dir, basename(request.url)), response)
      : passOn(parts, path, request, response);
    answered.catch((error) => response.destroy(error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const TYPES: Record<string, string> = { ".js": "text/javascript", ".css": "text/css" };

/** Compressed where a release would have it compressed. */
async function sendFile(file: string, response: ServerResponse): Promise<void> {
  const twin = existsSync(`${file}.br`);
  response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
  if (twin) response.setHeader("content-encoding", "br");
  response.end(await readFile(twin ? `${file}.br` : file));
}

async function passOn(
  { gatewayUrl, shell }: Parts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host, origin, connection, ...headers } = request.headers as Record<string, string>;
  const body = request.method === "POST" ? await buffer(request) : null;
  const answer = await fetch(gatewayUrl + request.url, { method: request.method ?? "GET", headers, body });
  const isPage = answer.headers.get("content-type")?.startsWith("text/html");
  const text = isPage ? bundlePage(await answer.text(), shell, path) : null;
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (!LEFT_OUT.test(name)) response.appendHeader(name, value);
  response.end(text ?? Buffer.from(await answer.arrayBuffer()));
}

/**
 * What says something of the body as it was before it was unpacked or changed, and the policy that asks for hashes: the
 * gateway knows none of the bundle's files.
 */
const LEFT_OUT =
  /^(content-encoding|content-length|transfer-encoding|connection|keep-alive|integrity-policy)$/;
