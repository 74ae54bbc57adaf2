import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createLogger } from "@sliceway/service-kit";
import { openLogBook } from "../../src/log/log-book.ts";
import { findPort } from "../../src/ports/free-port.ts";
import type { ChildContext } from "../../src/process/run-child.ts";
import type { SuperviseOptions } from "../../src/process/supervise.ts";
import { temporaryHome } from "./temporary-home.ts";

const main = join(import.meta.dirname, "../fixtures/tiny-server.mjs");

export interface TestChildContext extends ChildContext, AsyncDisposable {
  /** Ends all children at once. */
  kill(): void;
}

/** What children of a home of their own have in common. */
export async function openChildContext(): Promise<TestChildContext> {
  await using stack = new AsyncDisposableStack();
  const home = stack.use(await temporaryHome());
  const runDir = join(home.path, "run");
  await mkdir(runDir);
  const logs = stack.use(openLogBook(home.path, () => {}));
  const killed = new AbortController();
  const opened = stack.move();
  return {
    runDir,
    logs,
    killed: killed.signal,
    kill: () => killed.abort(),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** How a tiny server is started; `env` says how it behaves. */
export async function tinyServer(env: Record<string, string> = {}) {
  const port = await findPort();
  const command = { command: process.execPath, args: [main], cwd: import.meta.dirname };
  return { ...command, port, env: { PORT: String(port), ...env } };
}

/** Options to supervise one. */
export function tinyOptions(children: ChildContext, env: Record<string, string> = {}): SuperviseOptions {
  const log = createLogger({ name: "runtime", level: "silent" });
  return { name: "tiny", children, log, prepare: () => tinyServer(env) };
}
