import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "./new-errors.ts";
import type { PlannedFile } from "./plan-files.ts";

/** Writes files where there are none. Throws SlicewayError `FILE_EXISTS` before the first is written. */
export async function writeFresh(projectDir: string, files: readonly PlannedFile[]): Promise<void> {
  const taken = files.find(({ path }) => existsSync(join(projectDir, path)));
  if (taken) throw fileExists(taken.path);
  for (const { path, text } of files) {
    const target = join(projectDir, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text, { flag: "wx" });
  }
}

function fileExists(path: string): SlicewayError {
  return new SlicewayError(errors.FILE_EXISTS(`${path} is there already, and nothing is ever written over.`));
}
