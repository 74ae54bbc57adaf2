import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Headers = Record<string, string | string[] | undefined>;

export interface Fault {
  /** Changes the headers of each request on its way to the gateway. */
  onRequest: (headers: Headers) => void;
  /** Changes the headers of each answer; `asked` are those of its request as it came. */
  onAnswer?: (headers: Headers, asked: Headers) => void;
}

/** Something that stands before a gateway and does harm. */
export interface FaultyProxy extends AsyncDisposable {
  url: string;
}

export async function startFaultyProxy(gatewayUrl: string, fault: Fault): Promise<FaultyProxy> {
  const server = createServer((incoming, response) => forward(gatewayUrl, fault, incoming, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(
  gatewayUrl: string,
  fault: Fault,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  const asked = incoming.headers;
  const headers = { ...asked };
  fault.onRequest(headers);
  const outgoing = request(gatewayUrl + incoming.url, { method: incoming.method, headers }, (answer) => {
    const answered = { ...answer.headers };
    fault.onAnswer?.(answered, asked);
    response.writeHead(answer.statusCode ?? 502, answered);
    answer.pipe(response);
  });
  outgoing.on("error", () => response.destroy());
  response.on("close", () => outgoing.destroy());
  incoming.pipe(outgoing);
}
