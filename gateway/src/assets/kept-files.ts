import { readFile, stat } from "node:fs/promises";
import { LRUCache } from "lru-cache";

const MEMORY_BYTES = 64 * 1024 * 1024;
/** Larger ones are streamed each time. */
const FILE_BYTES = 2 * 1024 * 1024;
/** What an entry costs beside its content. */
const ENTRY_BYTES = 512;

/** A file that never changes. */
export interface KeptFile {
  /** Where it lies: the path that was asked for, or its brotli twin's. */
  path: string;
  isBrotli: boolean;
  /** Null: too large to be kept. */
  body: Buffer | null;
}

export interface KeptFiles {
  /** The file, or its brotli twin if that will do and there is one. Undefined if it is not there: it may still come. */
  read(path: string, options: { brotli: boolean }): Promise<KeptFile | undefined>;
}

/** Files that never change, those asked for last in memory: a release's scripts go out thousands of times. */
export function createKeptFiles(): KeptFiles {
  const files = new LRUCache<string, KeptFile>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ body }) => ENTRY_BYTES + (body?.length ?? 0),
    fetchMethod: (name) => {
      const path = name.slice(1);
      return name.startsWith("b") ? readTwin(path) : readKept(path);
    },
  });
  return { read: (path, { brotli }) => files.fetch(`${brotli ? "b" : "p"}${path}`) };
}

async function readTwin(path: string): Promise<KeptFile | undefined> {
  const twin = await readKept(`${path}.br`);
  return twin ? { ...twin, isBrotli: true } : readKept(path);
}

async function readKept(path: string): Promise<KeptFile | undefined> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return undefined;
    return { path, isBrotli: false, body: found.size > FILE_BYTES ? null : await readFile(path) };
  } catch {
    return undefined;
  }
}
