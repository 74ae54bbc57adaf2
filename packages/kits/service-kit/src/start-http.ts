import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SlicewayError } from "@sliceway/errors";
import { type DrainOptions, drainHttp } from "./drain-http.ts";
import { errors } from "./errors.ts";
import { leaveHttp } from "./leave-http.ts";
import { openSideDoors } from "./side-doors.ts";
import { trackAnswers } from "./track-answers.ts";
import { trackSilentSockets } from "./track-silent-sockets.ts";

export interface HttpOptions extends DrainOptions {
  /** The address to listen on. */
  host: string;
  /** 0 takes any free port. */
  port: number;
  /**
   * A listening socket that somebody else holds, in place of `host` and `port`: descriptors of it in this process. The
   * more there are, the more connections are accepted in one turn of a busy event loop.
   */
  fds?: readonly number[] | undefined;
  /** The name of the setting that holds the port, for the error. Default `PORT`. */
  setting?: string;
}

export interface HttpServer extends AsyncDisposable {
  /** The port it listens on. */
  readonly port: number;
  /** `http://host:port`, reachable from this machine. */
  readonly url: string;
  readonly server: Server;
  /**
   * Makes room for another process at the same socket: takes no more connections, says `Connection: close` with every
   * answer, and resolves when the clients of open connections have come for one, or after `ms`. Dispose it then.
   */
  leave(ms: number): Promise<void>;
}

/**
 * Serves `app`. Disposing drains: readiness off, no new connections, every request in flight answered (with
 * `Connection: close`), idle keep-alive connections closed. Throws `PORT_TAKEN`, `PORT_FORBIDDEN` or `HOST_UNKNOWN`.
 */
export async function startHttp(app: RequestListener, options: HttpOptions): Promise<HttpServer> {
  const answers = trackAnswers(app);
  const server = createServer({ keepAliveTimeout: 65_000 }, answers.listener);
  const silent = trackSilentSockets(server);
  await listen(server, options);
  const doors = [server, ...(await openSideDoors(server, options.fds?.slice(1) ?? []))];
  const { port } = server.address() as AddressInfo;
  let drained: Promise<void> | undefined;
  return {
    port,
    url: `http://${reachable(options.host)}:${port}`,
    server,
    leave: (ms) => leaveHttp(doors, answers, ms),
    [Symbol.asyncDispose]: () => {
      drained ??= drainHttp(server, doors, { answers, silent }, options);
      return drained;
    },
  };
}

async function listen(
  server: Server,
  { host, port, fds = [], setting = "PORT" }: HttpOptions,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  const [fd] = fds;
  server.listen(fd === undefined ? { host, port } : { fd }, resolve);
  try {
    await promise;
  } catch (error) {
    throw explainListen(error as NodeJS.ErrnoException, `${host}:${port}`, setting);
  }
  server.off("error", reject);
}

function explainListen(cause: NodeJS.ErrnoException, address: string, setting: string): Error {
  switch (cause.code) {
    case "EADDRINUSE":
      return new SlicewayError(
        errors.PORT_TAKEN(`Another process already listens on ${address}.`, { setting }),
        { cause },
      );
    case "EACCES":
      return new SlicewayError(
        errors.PORT_FORBIDDEN(`This user may not listen on ${address}.`, { setting }),
        { cause },
      );
    case "ENOTFOUND":
    case "EADDRNOTAVAIL":
      return new SlicewayError(errors.HOST_UNKNOWN(`This machine has no address ${address}.`), { cause });
    default:
      return cause;
  }
}

function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
