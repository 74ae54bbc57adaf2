import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

export interface PidFile {
  readonly pid: number;
  /** Known once it listens. */
  readonly port: number | undefined;
  readonly ready: boolean;
}

/** Reads `postmaster.pid`: line 1 process id, line 4 port, line 8 status. Undefined if there is none. */
export async function findPidFile(dataDir: string): Promise<PidFile | undefined> {
  const text = await readFile(pidPath(dataDir), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Math.abs(Number.parseInt(lines[0] ?? "", 10));
  if (!(pid > 0)) return undefined;
  return { pid, port: Number(lines[3]) || undefined, ready: lines[7] === "ready" };
}

export async function removePidFile(dataDir: string): Promise<void> {
  await rm(pidPath(dataDir), { force: true });
}

function pidPath(dataDir: string): string {
  return join(dataDir, "postmaster.pid");
}
