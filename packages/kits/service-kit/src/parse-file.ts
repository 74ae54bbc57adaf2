import { readFile } from "node:fs/promises";
import { SlicewayError } from "@sliceway/errors";
import type { z } from "zod";
import { checkFormat } from "./check-format.ts";
import { describeIssues } from "./describe-issues.ts";
import { errors } from "./errors.ts";

/**
 * Reads a JSON file and parses it with `schema`.
 * Throws `FILE_UNREADABLE`, `FORMAT_UNKNOWN` or `FILE_INVALID`, naming the file, the places in it and the reasons.
 */
export async function parseFile<T>(schema: z.ZodType<T>, path: string): Promise<T> {
  const document = parseJson(await readText(path), path);
  checkFormat(document, path);
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  throw new SlicewayError(
    errors.FILE_INVALID(`${path} is not valid: ${describeIssues(result.error).join("; ")}.`),
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === "ENOENT";
    throw new SlicewayError(
      errors.FILE_UNREADABLE(
        missing
          ? `${path} does not exist.`
          : `${path} cannot be read (${(cause as NodeJS.ErrnoException).code}).`,
      ),
      { cause },
    );
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new SlicewayError(errors.FILE_INVALID(`${path} is not JSON: ${reason}.`), { cause });
  }
}
