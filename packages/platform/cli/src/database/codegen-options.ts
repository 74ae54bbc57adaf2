import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseFile } from "@sliceway/service-kit";
import { z } from "zod";

/** `server/kysely-codegen.json`: what of kysely-codegen's own configuration a slice may say. */
const codegenOptionsSchema = z.strictObject({
  /** Name of a type to where it is: `{ "Mood": "../mood.ts" }`. */
  customImports: z.record(z.string(), z.string()).optional(),
  /** Types of columns that SQL cannot tell: `{ "columns": { "post.mood": "Mood" } }`. */
  overrides: z.strictObject({ columns: z.record(z.string(), z.string()) }).optional(),
});
export type CodegenOptions = z.infer<typeof codegenOptionsSchema>;

/** Throws FILE_INVALID. */
export async function readCodegenOptions(sliceDir: string): Promise<CodegenOptions> {
  const path = join(sliceDir, CODEGEN_FILE);
  return existsSync(path) ? await parseFile(codegenOptionsSchema, path) : {};
}

export const CODEGEN_FILE = "server/kysely-codegen.json";
