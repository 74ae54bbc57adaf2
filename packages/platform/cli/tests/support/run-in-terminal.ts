import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { stripVTControlCharacters } from "node:util";

const bin = resolve(import.meta.dirname, "../../bin/sliceway.js");
const CTRL_C = "\u0003";
/** What each frame begins with: the cursor goes to the upper left corner. */
const HOME = "\u001b[H";

/** A command in a pseudo terminal, as somebody at a keyboard would see it. Disposing ends it. */
export interface InTerminal extends AsyncDisposable {
  /** Each frame that was drawn so far, as text. */
  frames(): string[];
  /** All that came, control sequences included. */
  raw(): string;
  interrupt(): void;
  exitCode: Promise<number | null>;
}

/** Whether this machine has the `script` of util-linux. */
export function hasTerminal(): boolean {
  return spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;
}

/** Runs a command in a folder, in a terminal of that many columns. */
export function runInTerminal(cwd: string, columns: number, ...argv: string[]): InTerminal {
  const command = `stty cols ${columns} rows 40; exec ${[process.execPath, bin, ...argv].join(" ")}`;
  const child = spawn("script", ["-qfec", command, "/dev/null"], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TERM: "xterm", NO_COLOR: "1" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const raw = collect(child);
  const exitCode = once(child, "close").then(([code]) => code);
  const interrupt = () => void child.stdin.write(CTRL_C);
  return {
    frames: () => raw().split(HOME).slice(1).map(stripVTControlCharacters),
    raw,
    interrupt,
    exitCode,
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null) interrupt();
      await exitCode;
    },
  };
}

function collect({ stdout }: ChildProcessByStdio<Writable, Readable, null>): () => string {
  let text = "";
  stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
