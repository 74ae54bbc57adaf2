import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sleep } from "@sliceway/service-kit";
import { collect } from "./collect.ts";
import { childrenOf, type Site } from "./site.ts";
import { binOf, envOf } from "./sliceway.ts";

/** For a first start, which builds everything, on a machine that has other things to do. */
const START_MS = 10 * 60_000;
const POLL_MS = 50;

/** A platform that was started with `sliceway up`. Disposing stops it in order. */
export interface Up extends AsyncDisposable {
  /** What it has printed. */
  printed(): string;
  /** Whether it still runs. */
  isRunning(): boolean;
  /** As Ctrl-C; resolves when it has ended. */
  stop(): Promise<void>;
  /** Ends the runtime at once, and with it the registry: what they had begun stays as it is. */
  kill(): Promise<void>;
}

/** Runs `sliceway up` with the code that lies in `dir` and resolves when it says that it is ready. */
export async function startUp(dir: string, site: Site, ...argv: string[]): Promise<Up> {
  const child = spawn(binOf(dir), ["up", ...argv], {
    cwd: dir,
    env: envOf(dir, site),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close");
  const texts = [collect(child.stdout), collect(child.stderr)];
  const printed = () => texts.map((text) => text()).join("");
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (isRunning()) child.kill("SIGTERM");
    await closed;
  };
  await untilReady(child, printed).catch(async (error: Error) => {
    await stop();
    throw error;
  });
  return {
    printed,
    isRunning,
    stop,
    kill: async () => {
      const registry = childrenOf(site).filter(({ name }) => name === "registry");
      child.kill("SIGKILL");
      for (const { pid } of registry) process.kill(pid, "SIGKILL");
      await once(child, "exit").catch(() => {});
    },
    [Symbol.asyncDispose]: stop,
  };
}

async function untilReady(child: ChildProcess, printed: () => string): Promise<void> {
  for (const startedAt = performance.now(); !/^ready {2}http/m.test(printed()); await sleep(POLL_MS)) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (hasEnded) throw new Error(`sliceway up has ended: ${printed().trim()}`);
    if (performance.now() - startedAt > START_MS) throw new Error(`sliceway up: ${printed().trim()}`);
  }
}
