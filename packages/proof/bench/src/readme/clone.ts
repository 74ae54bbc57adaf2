import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text as readText } from "node:stream/consumers";
import { promisify } from "node:util";
import { findPlatform } from "@sliceway/runtime";
import { projectDir } from "../config.ts";
import type { Site } from "./site.ts";

const exec = promisify(execFile);
/** The exit code of a trial. */
const FOUND_WRONG = 1;

/** What is committed, in a folder of its own, as a newcomer has it. Disposing removes it. */
export interface Clone extends AsyncDisposable {
  dir: string;
  /** Runs a command there; resolves to what it printed and the milliseconds that it took. Rejects if it fails. */
  run(command: string, ...args: string[]): Promise<{ text: string; ms: number }>;
  /** Runs a trial there, such as `test:swap`; resolves to its figures, also when it has found something wrong. */
  runTrial(script: string): Promise<unknown>;
  /** `npm start`, on free ports. Disposing ends it as Ctrl-C does. */
  start(): Promise<Started>;
}

export interface Started extends AsyncDisposable {
  site: Site;
  /** From the command until it said `ready`. */
  ms: number;
}

export async function cloneProject(): Promise<Clone> {
  const dir = await mkdtemp(join(tmpdir(), "sliceway-readme-"));
  await exec("git", ["clone", "-q", projectDir, dir]);
  const env = {
    ...process.env,
    SLICEWAY_HOME: join(dir, ".sliceway"),
    GATEWAY_PORT: "0",
    REGISTRY_PORT: "0",
  };
  return {
    dir,
    run: (command, ...args) => runIn({ dir, env }, [command, ...args]),
    async runTrial(script) {
      const { text } = await runIn(
        { dir, env },
        ["npm", "run", "-s", script, "--", "--json"],
        [0, FOUND_WRONG],
      );
      return JSON.parse(text);
    },
    start: () => start(dir, env),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** What it says on standard error is shown. */
async function runIn(
  { dir, env }: { dir: string; env: NodeJS.ProcessEnv },
  [command = "", ...args]: string[],
  expected = [0],
): Promise<{ text: string; ms: number }> {
  const startedAt = performance.now();
  const child = spawn(command, args, { cwd: dir, env, stdio: ["ignore", "pipe", "inherit"] });
  const [text, [code]] = await Promise.all([readText(child.stdout), once(child, "close")]);
  if (!expected.includes(code)) throw new Error(`${command} ${args.join(" ")} ended with ${code}`);
  return { text, ms: performance.now() - startedAt };
}

async function start(dir: string, env: NodeJS.ProcessEnv & { SLICEWAY_HOME: string }): Promise<Started> {
  const startedAt = performance.now();
  const stdio: ["ignore", "pipe", "inherit"] = ["ignore", "pipe", "inherit"];
  const child = spawn("npm", ["start"], { cwd: dir, env, stdio, detached: true });
  const closed = once(child, "close");
  const gatewayUrl = await waitUntilReady(child);
  const ms = performance.now() - startedAt;
  const home = env.SLICEWAY_HOME;
  const platform = await findPlatform(home);
  return {
    site: { home, gatewayUrl, registryUrl: platform?.registryUrl ?? "" },
    ms,
    async [Symbol.asyncDispose]() {
      // To the group, as a terminal does: npm does not pass it on.
      if (child.pid) process.kill(-child.pid, "SIGINT");
      await closed;
    },
  };
}

async function waitUntilReady(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("npm start has no output.");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready {2}(\S+)$/.exec(line)?.[1];
    if (!url) continue;
    child.stdout.resume();
    return url;
  }
  throw new Error("npm start ended before it was ready.");
}
