import { existsSync } from "node:fs";
import { cp, mkdir, readdir, realpath, rm, symlink } from "node:fs/promises";
import { join, relative } from "node:path";
import { projectDir } from "./project.ts";
import { runProgram } from "./run-program.ts";

/** The project as it lies in the working tree, in a folder of its own, where slices may be edited. What is installed is used from where it is. */
export async function copyPresent(dir: string): Promise<void> {
  await copySources(dir);
  const [from, to] = [join(projectDir, "node_modules"), join(dir, "node_modules")];
  await mkdir(join(to, "@sliceway"), { recursive: true });
  const installed = (await readdir(from)).filter((name) => name !== "@sliceway" && name !== ".cache");
  for (const name of installed) await symlink(join(from, name), join(to, name));
  for (const name of await readdir(join(from, "@sliceway"))) {
    const own = relative(projectDir, await realpath(join(from, "@sliceway", name)));
    await symlink(join(dir, own), join(to, "@sliceway", name));
  }
}

/** Makes the files of a folder those of the working tree, as `git pull` would: others go, but what is installed stays. */
export async function updateSources(dir: string): Promise<void> {
  const installed = (name: string) => name === "node_modules";
  for (const name of await readdir(dir)) {
    if (!installed(name)) await rm(join(dir, name), { recursive: true, force: true });
  }
  await copySources(dir);
}

async function copySources(dir: string): Promise<void> {
  for (const file of await listSources()) await cp(join(projectDir, file), join(dir, file));
}

async function listSources(): Promise<string[]> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { printed } = await runProgram("git", args, { cwd: projectDir });
  // What was deleted and not committed yet is listed, too.
  return printed.split("\0").filter((file) => file !== "" && existsSync(join(projectDir, file)));
}
