import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { expect, vi } from "vitest";

const bin = resolve(import.meta.dirname, "../../bin/sliceway.js");
const PATIENCE = { timeout: 90_000, interval: 50 };

/** A command as somebody would run it. Disposing stops it. */
interface RunningBin extends AsyncDisposable {
  /** What it printed so far. */
  lines(): string[];
  warned(): string;
  /** Waits for a line and returns it. */
  line(pattern: RegExp): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it has ended. */
  exitCode: Promise<number | null>;
}

/** Runs `sliceway up` in a project, on free ports, with the project's own home. */
export function runUp(projectDir: string, ...argv: string[]): RunningBin {
  return runBin(projectDir, "up", ...argv);
}

/** Runs any command in a process of its own. */
export function runBin(projectDir: string, ...argv: string[]): RunningBin {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [bin, ...argv], {
    cwd: projectDir,
    env: { PATH, HOME, NODE_COMPILE_CACHE, GATEWAY_PORT: "0", REGISTRY_PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [printed, warned] = [collect(child.stdout), collect(child.stderr)];
  const exitCode = once(child, "close").then(([code]) => code);
  const lines = () => printed().split("\n");
  return {
    lines,
    warned,
    async line(pattern) {
      const find = () => lines().find((text) => pattern.test(text));
      await vi.waitUntil(() => find() ?? hasEnded(child), PATIENCE);
      return find() ?? expect.fail(`no line fits ${pattern}:\n${printed()}${warned()}`);
    },
    signal: (name) => child.kill(name),
    exitCode,
    async [Symbol.asyncDispose]() {
      // A test may have stopped it.
      child.kill("SIGCONT");
      child.kill("SIGTERM");
      await exitCode;
    },
  };
}

function collect(stream: Readable): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

function hasEnded({ exitCode, signalCode }: ChildProcessByStdio<null, Readable, Readable>): boolean {
  return exitCode !== null || signalCode !== null;
}
