/** A method frame of AMQP 0-9-1: which channel, which method (`60.40`), and its arguments. */
export interface Method {
  channel: number;
  name: string;
  args: Buffer;
}

const METHOD = 1;
const HEAD = 7;

/** The method that a frame carries; undefined for contents and heartbeats. */
export function readMethod(frame: Buffer): Method | undefined {
  if (frame.length < HEAD + 4 || frame[0] !== METHOD) return undefined;
  const name = `${frame.readUInt16BE(HEAD)}.${frame.readUInt16BE(HEAD + 2)}`;
  return { channel: frame.readUInt16BE(1), name, args: frame.subarray(HEAD + 4, frame.length - 1) };
}

/** Cuts a stream into frames, whatever pieces it comes in. */
export function createFrameReader(): (piece: Buffer) => Buffer[] {
  let rest: Buffer = Buffer.alloc(0);
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    const frames: Buffer[] = [];
    while (rest.length >= HEAD) {
      const length = HEAD + rest.readUInt32BE(3) + 1;
      if (rest.length < length) break;
      frames.push(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
    return frames;
  };
}

/** The short strings that stand in a row at `offset`. */
export function readStrings(args: Buffer, offset: number, count: number): string[] {
  const strings: string[] = [];
  for (let at = offset; strings.length < count; ) {
    const length = args[at] ?? 0;
    strings.push(args.toString("utf8", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return strings;
}
