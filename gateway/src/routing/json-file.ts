import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { writeFileAtomically } from "@sliceway/service-kit";
import type { z } from "zod";

/** Reads what an earlier start left; null if it is missing, damaged or of another shape. */
export async function readJsonFile<T>(schema: z.ZodType<T>, path: string): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

/** Replaces the file at once, so that a crash leaves the old or the new one, never half of it. */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomically(path, JSON.stringify(value));
}
