import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const projectDir = resolve(import.meta.dirname, "../../../..");

/** The project in a folder of its own, whose slices may be edited. */
export interface ProjectCopy extends AsyncDisposable {
  dir: string;
  /** Saves a file, by its path in the project, as somebody would with an editor. */
  edit(path: string, change: (text: string) => string): Promise<void>;
  write(path: string, text: string): Promise<void>;
}

export async function copyProject(): Promise<ProjectCopy> {
  const dir = await mkdtemp(join(tmpdir(), "sliceway-project-"));
  for (const name of ["node_modules", "packages"]) await symlink(join(projectDir, name), join(dir, name));
  const filter = (path: string) => !path.endsWith("/.turbo");
  for (const name of ["slices", "shell", "package-lock.json", "tsconfig.json"])
    await cp(join(projectDir, name), join(dir, name), { recursive: true, filter });
  const write = (path: string, text: string) => writeFile(join(dir, path), text);
  return {
    dir,
    write,
    async edit(path, change) {
      const before = await readFile(join(dir, path), "utf8");
      const after = change(before);
      if (after === before) throw new Error(`The edit of ${path} changes nothing.`);
      await write(path, after);
    },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }),
  };
}
