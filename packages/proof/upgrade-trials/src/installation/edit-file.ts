import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A change of one file of a project: what is replaced by what. */
export interface Edit {
  path: string;
  from: string;
  to: string;
}

/** Makes the change in the project in `dir`, if it is not made yet. The file is replaced, so that no other link to it changes. */
export async function editFile(dir: string, { path, from, to }: Edit): Promise<void> {
  const file = join(dir, path);
  const before = await readFile(file, "utf8");
  if (before.includes(to)) return;
  if (!before.includes(from)) throw new Error(`${path} has no ${JSON.stringify(from)}.`);
  await writeFile(`${file}.draft`, before.replace(from, to));
  await rename(`${file}.draft`, file);
}
