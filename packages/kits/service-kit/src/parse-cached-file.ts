import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { checkFormat } from "./check-format.ts";

/**
 * What an earlier start left in a JSON file; null if there is none or it is damaged: whoever calls can do without it.
 * Throws `FORMAT_UNKNOWN` rather than overwrite what a newer Sliceway has left.
 */
export async function parseCachedFile<T>(schema: z.ZodType<T>, path: string): Promise<T | null> {
  const document = await readJson(path);
  checkFormat(document, path);
  return schema.safeParse(document).data ?? null;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return undefined;
  }
}
