import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Resident memory of a process in bytes; null if it has ended. */
export async function readMemory(pid: number): Promise<number | null> {
  const kilobytes = process.platform === "linux" ? await fromProc(pid) : await fromPs(pid);
  return kilobytes ? Number(kilobytes) * 1024 : null;
}

async function fromProc(pid: number): Promise<string | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
}

async function fromPs(pid: number): Promise<string | undefined> {
  const { stdout } = await promisify(execFile)("/bin/ps", ["-o", "rss=", "-p", `${pid}`]).catch(() => ({
    stdout: "",
  }));
  return stdout.trim() || undefined;
}
