import { Socket } from "node:net";
import { createFrameReader, readMethod } from "./amqp-frames.ts";
import { createTalk, type Talk } from "./amqp-talk.ts";
import type { Tripwire } from "./tripwire.ts";

interface Line extends Talk {
  cut: (piece: Buffer) => Buffer[];
}

interface Piece {
  chunk: Buffer | string;
  encoding: BufferEncoding;
}

type Done = (error?: Error | null) => void;

/** The first bytes on a connection to a broker. */
const GREETING = "AMQP\0";

/** Every frame to and from a broker, at the socket: what was written before the one at which the process dies is sent. */
export function interposeBroker(tripwire: Tripwire): void {
  const lines = new WeakMap<Socket, Line>();
  const { _write: write, _writev: writev = fail, push } = Socket.prototype;

  const send = (socket: Socket, pieces: Piece[], done: Done) => {
    const line = lines.get(socket);
    const named = pieces.map(({ chunk }) => (line ? questionIn(line, chunk) : undefined));
    const last = named.findIndex((where) => where && tripwire.reach(where, "before"));
    if (last === 0) tripwire.die();
    if (last > 0) return writev.call(socket, pieces.slice(0, last), () => tripwire.die());
    writev.call(socket, pieces, (error) => {
      for (const where of named) {
        if (!error && where && hasNoAnswer(where) && tripwire.reach(where, "after")) tripwire.die();
      }
      done(error);
    });
  };

  Socket.prototype._write = function (chunk: Buffer | string, encoding, done) {
    if (String(chunk.slice(0, 5)) === GREETING) lines.set(this, openLine());
    if (lines.has(this)) send(this, [{ chunk, encoding }], done);
    else write.call(this, chunk, encoding, done);
  };
  Socket.prototype._writev = function (pieces: Piece[], done) {
    if (lines.has(this)) send(this, pieces, done);
    else writev.call(this, pieces, done);
  };
  Socket.prototype.push = function (piece: Buffer | null, encoding) {
    const line = lines.get(this);
    for (const frame of (piece && line?.cut(piece)) || []) {
      const method = readMethod(frame);
      const where = method && line?.answers(method);
      if (where && tripwire.reach(where, "after")) tripwire.die();
    }
    return push.call(this, piece, encoding);
  };
}

const openLine = (): Line => ({ ...createTalk(), cut: createFrameReader() });

/** The client writes frame by frame. */
function questionIn(line: Line, chunk: Buffer | string): string | undefined {
  const method = typeof chunk === "string" ? undefined : readMethod(chunk);
  return method && line.asks(method);
}

const hasNoAnswer = (where: string) => where.startsWith("acknowledge ");

function fail(): never {
  throw new Error("sockets of this Node cannot be looked into");
}
