import { readdir, readFile } from "node:fs/promises";

/** One process as `/proc` tells it. */
export interface ProcessFacts {
  pid: number;
  parent: number;
}

/** All processes of the machine. */
export async function listProcesses(): Promise<ProcessFacts[]> {
  const names = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = names.map(async (name) => parseStat(await readOrEmpty(`/proc/${name}/stat`)));
  return (await Promise.all(read)).filter((facts) => facts !== null);
}

/** `12 (some name) S 1 ...`; the name may hold anything. Null for a process that has just ended. */
export function parseStat(stat: string): ProcessFacts | null {
  const match = /^(\d+) \(.*\) \S (\d+) /s.exec(stat);
  return match && { pid: Number(match[1]), parent: Number(match[2]) };
}

/** The process's own pages and its share of those that others have too, in bytes; null if it has ended. */
export async function readPss(pid: number): Promise<number | null> {
  return parsePss(await readOrEmpty(`/proc/${pid}/smaps_rollup`));
}

export function parsePss(rollup: string): number | null {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : null;
}

function readOrEmpty(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}
