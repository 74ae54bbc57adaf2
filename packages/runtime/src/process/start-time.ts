import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * When a process began, in the system's own words, or null if there is no such process. With the pid it names a
 * process for good: pids are used again.
 */
export async function readStartTime(pid: number): Promise<string | null> {
  if (process.platform === "linux") return readLinux(pid);
  return run("ps", ["-o", "lstart=", "-p", String(pid)]).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  );
}

/** Whether the process that was noted still runs. */
export async function isSameProcess(noted: { pid: number; startTime: string | null }): Promise<boolean> {
  return noted.startTime !== null && (await readStartTime(noted.pid)) === noted.startTime;
}

/** Field 22 of /proc/<pid>/stat; the second field may hold spaces and brackets. A zombie counts as gone. */
async function readLinux(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  const [state, ...rest] = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return state && state !== "Z" ? (rest[18] ?? null) : null;
}
