import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import { createServer, type Server } from "node:net";

/**
 * Takes connections for `server` from further descriptors of the socket that it listens on. Node accepts one connection
 * of a descriptor in each turn of its event loop: where turns are long, new connections wait in a queue while open ones
 * are served. With eight descriptors it is eight.
 */
export async function openSideDoors(server: HttpServer, fds: readonly number[]): Promise<Server[]> {
  return await Promise.all(
    fds.map(async (fd) => {
      // What an HTTP server sets for its own connections.
      const options = { allowHalfOpen: true, noDelay: true };
      const door = createServer(options, (socket) => server.emit("connection", socket)).listen({ fd });
      await once(door, "listening");
      return door;
    }),
  );
}
