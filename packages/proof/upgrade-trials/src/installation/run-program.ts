import { spawn } from "node:child_process";
import { once } from "node:events";
import { collect } from "../platform/collect.ts";

export interface Ran {
  code: number | null;
  /** What it wrote to standard output, and to standard error. */
  printed: string;
  warned: string;
}

interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Ends it with SIGKILL. */
  signal?: AbortSignal;
}

/** Runs a program to its end. Rejects only if it cannot be started, or with an AbortError. */
export async function runProgram(command: string, args: string[], options: RunOptions): Promise<Ran> {
  const child = spawn(command, args, {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
    killSignal: "SIGKILL",
  });
  const [printed, warned] = [collect(child.stdout), collect(child.stderr)];
  const [code] = await once(child, "close");
  return { code, printed: printed(), warned: warned() };
}
