import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process as we wrote it down: its number may have gone to another one since. */
export interface KnownProcess {
  pid: number;
  /** As `readProcessStart` gave it. */
  started: string;
}

/** When a process began, in words that tell two processes of one number apart; null if it does not run. */
export function readProcessStart(pid: number): string | null {
  return process.platform === "linux" ? readFromProc(pid) : readFromPs(pid);
}

/** Whether it still runs. A zombie does not. */
export function isRunning({ pid, started }: KnownProcess): boolean {
  return readProcessStart(pid) === started;
}

function readFromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in brackets and may hold anything; what follows it is separated by spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, ticks] = [fields[0], fields[19]];
    return state === "Z" ? null : `${readBoot()}/${ticks}`;
  } catch {
    return null;
  }
}

let boot: string | undefined;
/** Ticks count from boot, so they say nothing without it. */
function readBoot(): string {
  boot ??= readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return boot;
}

function readFromPs(pid: number): string | null {
  try {
    const answer = execFileSync("/bin/ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
      encoding: "utf8",
      env: { LC_ALL: "C" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [state, ...started] = answer.trim().split(/\s+/);
    return !state || state.startsWith("Z") ? null : started.join(" ");
  } catch {
    return null;
  }
}
