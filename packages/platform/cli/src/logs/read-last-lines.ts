import { open } from "node:fs/promises";

const CHUNK_BYTES = 64 * 1024;
const NEWLINE = 10;

/** The last whole lines of a file, read from its end, and the offset at which they end. */
export async function readLastLines(path: string, count: number): Promise<{ lines: string[]; end: number }> {
  await using file = await open(path);
  const { size } = await file.stat();
  let tail = Buffer.of();
  for (let start = size; start > 0 && countLines(tail) <= count; ) {
    const length = Math.min(CHUNK_BYTES, start);
    start -= length;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    tail = Buffer.concat([buffer.subarray(0, bytesRead), tail]);
  }
  const end = tail.lastIndexOf(NEWLINE) + 1;
  const lines = tail.subarray(0, end).toString("utf8").split("\n").slice(0, -1);
  return { lines: count === 0 ? [] : lines.slice(-count), end: size - (tail.length - end) };
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (const byte of bytes) if (byte === NEWLINE) lines += 1;
  return lines;
}
