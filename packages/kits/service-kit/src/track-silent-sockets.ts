import type { Server } from "node:http";
import type { Socket } from "node:net";

export interface SilentSockets {
  /** Closes the connections on which nothing was ever sent. */
  close(): void;
}

/**
 * Browsers open connections ahead of need. Node does not count one as idle before its first request, so a server
 * that closes would wait for it.
 */
export function trackSilentSockets(server: Server): SilentSockets {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  return {
    close: () => {
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    },
  };
}
