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
  if (basename(await readProgram(pid)) !== "postgres") return false;
  const workingDir = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (workingDir !== undefined) return workingDir === dataDir;
  return (await askPs(pid, "command")).includes(` -D ${dataDir} `);
}

async function readProgram(pid: number): Promise<string> {
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  return command?.split("\0")[0] ?? (await askPs(pid, "comm"));
}

/** Where there is no /proc. A path may hold spaces, so a whole command is not taken to pieces. */
async function askPs(pid: number, what: "comm" | "command"): Promise<string> {
  const asked = run("ps", ["-ww", "-o", `${what}=`, "-p", String(pid)]);
  return (await asked.catch(() => ({ stdout: "" }))).stdout.trim();
}
