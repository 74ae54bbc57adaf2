import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ReadReleaseFile } from "@sliceway/protocol";

/** Reads files of the release that lies in `dir`. */
export function readReleaseFile(dir: string): ReadReleaseFile {
  return (path) => readFile(join(dir, path));
}
