import * as net from "node:net";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";

/** A port that processes take connections from, one after the other or several at a time, as long as it is held. */
export interface HeldPort extends Disposable {
  /** The bound socket, for processes that are started with it. The first that listens opens it. */
  readonly fd: number;
}

interface BoundHandle {
  readonly fd: number;
  close(): void;
}

/** How `node:cluster` binds the sockets that its workers share: bound, and nobody takes connections from it here. */
type CreateHandle = (host: string, port: number, family: 4, fd: -1) => BoundHandle | number;

/**
 * Binds 127.0.0.1:`port` without listening. Since the socket outlives each process that listens on it, connections that
 * one has not accepted wait for the next. Throws `PORT_TAKEN`.
 */
export function holdPort(port: number, setting: string): HeldPort {
  const { _createServerHandle: createHandle } = net as unknown as { _createServerHandle: CreateHandle };
  const handle = createHandle("127.0.0.1", port, 4, -1);
  if (typeof handle === "number")
    throw new SlicewayError(errors.PORT_TAKEN(`Port ${port} is taken by another process.`, { setting }));
  let closed = false;
  return {
    fd: handle.fd,
    [Symbol.dispose]: () => {
      if (!closed) handle.close();
      closed = true;
    },
  };
}
