import type { Readable } from "node:stream";

/** What a process writes; call the result to have all that came so far. */
export function collect(stream: Readable): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
