import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { sleep } from "@sliceway/service-kit";

const POLL_MS = 200;

/** Calls `onLine` for each whole line that is added from `offset` on, until `signal` aborts. A shorter file begins anew. */
export async function followFile(
  path: string,
  offset: number,
  onLine: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  for (let at = offset; !signal?.aborted; ) {
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (size < at) at = 0;
    if (size > at) at += await readLines(path, at, size, onLine);
    await sleep(POLL_MS, signal).catch(() => {});
  }
}

/** Reads whole lines between two offsets and answers with the bytes they take. */
async function readLines(
  path: string,
  start: number,
  end: number,
  onLine: (line: string) => void,
): Promise<number> {
  const chunks: Buffer[] = await createReadStream(path, { start, end: end - 1 }).toArray();
  const bytes = Buffer.concat(chunks);
  const length = bytes.lastIndexOf("\n") + 1;
  for (const line of bytes.subarray(0, length).toString("utf8").split("\n").slice(0, -1)) onLine(line);
  return length;
}
