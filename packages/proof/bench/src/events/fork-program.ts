import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { Settings } from "./programs/settings.ts";

/** Runs one of the programs in a process of its own. Disposing ends it. */
export function forkProgram(name: "consumer" | "worker", settings: Settings): ChildProcess & AsyncDisposable {
  const child = fork(resolve(import.meta.dirname, `programs/${name}.ts`), [JSON.stringify(settings)]);
  return Object.assign(child, {
    async [Symbol.asyncDispose]() {
      const exit = once(child, "exit");
      if (child.kill("SIGKILL")) await exit;
    },
  });
}
