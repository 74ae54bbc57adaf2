import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

interface Target {
  host: string;
  port: number;
  /** Says of what the server sends whether it is lost, with the connection. */
  isLost?: (sent: Buffer) => boolean;
}

/** A door to a server that can be shut: open connections break, new ones are refused at once. */
export async function startProxy({ isLost = () => false, ...target }: Target) {
  const sockets = new Set<Socket>();
  let shut = false;
  const server = createServer((incoming) => {
    if (shut) return incoming.resetAndDestroy();
    const outgoing = connect(target);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    }
    incoming.pipe(outgoing).on("data", (sent) => {
      if (isLost(sent)) incoming.resetAndDestroy();
      else incoming.write(sent);
    });
    outgoing.on("end", () => incoming.end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    shut() {
      shut = true;
      breakAll();
    },
    open() {
      shut = false;
    },
    async [Symbol.asyncDispose]() {
      breakAll();
      server.close();
      await once(server, "close");
    },
  };
}
