import { execFile } from "node:child_process";
import { readFile, readlink } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { isAlive } from "./is-alive.ts";

const run = promisify(execFile);

/**
 * Whether that process is PostgreSQL running on that directory, and not one that got the same number later. Its
 * working directory tells even when the directory was renamed since.
 */
export async function isPostmasterOf(pid: number, dataDir: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await readCommand(pid);
  if (basename(command[0] ?? "") !== "postgres") return false;
  const workingDir = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return workingDir === undefined ? command.includes(dataDir) : workingDir === dataDir;
}

async function readCommand(pid: number): Promise<string[]> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, "utf8")).split("\0");
  } catch {
    const { stdout } = await run("ps", ["-ww", "-o", "command=", "-p", String(pid)]).catch(() => ({
      stdout: "",
    }));
    return stdout.trim().split(" ");
  }
}
