import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Exit } from "./explain-exit.ts";
import { readProcessStart } from "./process-start.ts";

export interface ChildCommand {
  command: string;
  args: readonly string[];
  /** The working directory. */
  cwd: string;
  /** The whole environment; nothing is inherited. */
  env: Record<string, string>;
  /** Descriptors of ours that it has as 3, 4 and so on. */
  fds?: readonly number[];
}

/** Told of each line of a child, and whether it came from standard error. */
export type OnLine = (line: string, isError: boolean) => void;

export interface Child {
  pid: number;
  /** When it began; see `KnownProcess`. */
  started: string;
  /** Resolves when it has ended and all that it said was read. */
  exit: Promise<Exit>;
}

/**
 * Starts a program as leader of its own session, so that a terminal's Ctrl-C reaches us alone and we decide the
 * order in which things stop. Rejects if it cannot be started at all.
 */
export async function startChild(
  { command, args, cwd, env, fds = [] }: ChildCommand,
  onLine: OnLine,
): Promise<Child> {
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe", ...fds] });
  const exit = waitForExit(child);
  if (child.stdout) readLines(child.stdout, (line) => onLine(line, false));
  if (child.stderr) readLines(child.stderr, (line) => onLine(line, true));
  if (child.pid === undefined) await exit;
  const pid = child.pid ?? 0;
  return { pid, started: readProcessStart(pid) ?? "", exit };
}

/** Rejects only if the child could not be started. */
function waitForExit(child: ChildProcess): Promise<Exit> {
  const { promise, resolve, reject } = Promise.withResolvers<Exit>();
  child.once("error", (error) => {
    if (child.pid === undefined) reject(error);
  });
  child.once("close", (code, signal) => resolve({ code, signal }));
  promise.catch(() => {});
  return promise;
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => {
    if (line.trim() !== "") onLine(line);
  });
}
