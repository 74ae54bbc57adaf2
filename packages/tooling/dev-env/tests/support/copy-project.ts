import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

const projectDir = resolve(import.meta.dirname, "../../../../..");

/** A checkout of the project in a folder of its own, as it lies in the working tree. Disposing removes it. */
export interface ProjectCopy extends AsyncDisposable {
  dir: string;
  /** Makes a package of the copy known to the others, as `npm install` would. */
  link(name: string, folder: string): Promise<void>;
}

export async function copyProject(): Promise<ProjectCopy> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), "sliceway-project-")));
  for (const file of listSources()) await cp(join(projectDir, file), join(dir, file));
  await linkPackages(dir);
  return {
    dir,
    link: (name, folder) => symlink(join(dir, folder), join(dir, "node_modules", name)),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
}

function listSources(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: projectDir,
    maxBuffer: 1 << 26,
  });
  // What was deleted and not committed yet is listed, too.
  return listed
    .toString()
    .split("\0")
    .filter((file) => file !== "" && existsSync(join(projectDir, file)));
}

/** What is installed is used from where it is; the project's own packages are those of the copy. */
async function linkPackages(dir: string): Promise<void> {
  const from = join(projectDir, "node_modules");
  const to = join(dir, "node_modules");
  await mkdir(join(to, "@sliceway"), { recursive: true });
  const installed = (await readdir(from)).filter((name) => name !== "@sliceway" && name !== ".cache");
  for (const name of installed) await symlink(join(from, name), join(to, name));
  for (const name of await readdir(join(from, "@sliceway"))) {
    const own = relative(projectDir, await realpath(join(from, "@sliceway", name)));
    await symlink(join(dir, own), join(to, "@sliceway", name));
  }
}
