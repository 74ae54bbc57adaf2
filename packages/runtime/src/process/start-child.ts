import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { sleep } from "@sliceway/service-kit";
import { readStartTime } from "./start-time.ts";

export interface ChildOptions {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  /** Where its pid is noted while it runs. */
  runDir: string;
  onLine: (line: string) => void;
}

export interface Child {
  pid: number;
  /** Resolves once it has ended: `exit code 1`, `signal SIGKILL`. */
  ended: Promise<string>;
  /** Asks it to stop (SIGTERM); ends it after `graceMs`. Resolves when it is gone. */
  stop(graceMs?: number): Promise<void>;
}

const GRACE_MS = 15_000;

/**
 * Starts a process in a group of its own, so that a terminal's Ctrl-C reaches only the runtime, which stops its children
 * in order. Nothing of the runtime's environment is handed on but PATH, HOME and what `env` says.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { command, args, cwd, onLine } = options;
  const child = spawn(command, args, {
    cwd,
    detached: true,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close").then(([code, signal]) =>
    signal ? `signal ${signal}` : `exit code ${code}`,
  );
  await once(child, "spawn");
  const pid = child.pid ?? 0;
  readLines(child.stdout, onLine);
  readLines(child.stderr, onLine);
  const note = await noteChild(options, pid);
  return {
    pid,
    ended: ended.finally(() => rm(note, { force: true })),
    stop: async (graceMs = GRACE_MS) => {
      signalGroup(pid, "SIGTERM");
      const patience = new AbortController();
      const late = sleep(graceMs, patience.signal).then(
        () => signalGroup(pid, "SIGKILL"),
        () => undefined,
      );
      await ended;
      patience.abort();
      await late;
    },
  };
}

/** Signals a child with all that it has started. One that is gone needs no signal. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on("line", onLine);
}

async function noteChild({ runDir, name }: ChildOptions, pid: number): Promise<string> {
  const file = join(runDir, `${pid}.json`);
  await writeFile(file, JSON.stringify({ name, pid, startTime: await readStartTime(pid) }));
  return file;
}
