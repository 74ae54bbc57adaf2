import { readFile, stat } from "node:fs/promises";
import { LRUCache } from "lru-cache";

const MEMORY_BYTES = 64 * 1024 * 1024;
/** Larger ones are streamed each time. */
const FILE_BYTES = 2 * 1024 * 1024;
/** What an entry costs beside its content. */
const ENTRY_BYTES = 256;

/** A file that never changes, whole; or that it is too large for that. */
export type KeptFile = Buffer | "large";

export interface KeptFiles {
  /** Undefined if it is not there. What is not there may come, so that is not kept. */
  read(path: string): Promise<KeptFile | undefined>;
}

/** Files that never change, those asked for last in memory: a release's scripts go out thousands of times. */
export function createKeptFiles(): KeptFiles {
  const files = new LRUCache<string, { file: KeptFile }>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ file }) => ENTRY_BYTES + (file === "large" ? 0 : file.length),
    fetchMethod: async (path) => {
      const file = await readWhole(path);
      return file && { file };
    },
  });
  return { read: async (path) => (await files.fetch(path))?.file };
}

async function readWhole(path: string): Promise<KeptFile | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return undefined;
    return found.size > FILE_BYTES ? "large" : await readFile(path);
  } catch {
    return undefined;
  }
}
