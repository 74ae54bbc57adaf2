import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface TemporaryFolder extends AsyncDisposable {
  path: string;
  /** Writes files by their path in the folder. */
  write(files: Record<string, string>): Promise<void>;
  /** The text of a file. */
  read(path: string): Promise<string>;
  remove(path: string): Promise<void>;
}

/** A fresh folder, gone when the scope ends. */
export async function temporaryFolder(files: Record<string, string> = {}): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), "sliceway-cli-"));
  const write = async (more: Record<string, string>) => {
    for (const [name, text] of Object.entries(more)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), text);
    }
  };
  await write(files);
  return {
    path,
    write,
    read: (name) => readFile(join(path, name), "utf8"),
    remove: (name) => rm(join(path, name)),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
