import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { BuiltVector } from "./build-vector.ts";
import type { BuildTask, CompatibilityTask } from "./composer-process.ts";

/** Whatever needs Apollo's composition. */
export interface Composer extends AsyncDisposable {
  build(task: BuildTask): Promise<BuiltVector>;
  /** Whether the API of a supergraph takes all of these operations. */
  isCompatible(task: CompatibilityTask): Promise<boolean>;
}

/** For how long a process that has nothing to do keeps what it has loaded and composed. */
const DAY_MS = 24 * 3_600_000;
const PROCESS = fileURLToPath(new URL("./composer-process.ts", import.meta.url));

/**
 * Composes in a process of its own, which begins with the first task: a graph of many slices takes a second or more, and
 * all the while heartbeats are to be answered and routing is to move.
 */
export function startComposer(): Composer {
  const pool = new Tinypool({
    filename: PROCESS,
    runtime: "child_process",
    serialization: "advanced",
    // It needs neither the database nor anything else that we know.
    env: pick(process.env, ["PATH", "NODE_ENV", "NODE_OPTIONS", "NODE_COMPILE_CACHE"]),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: DAY_MS,
  });
  return {
    build: (task) => pool.run(task, { name: "build" }),
    isCompatible: (task) => pool.run(task, { name: "isCompatible" }),
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}

function pick(env: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
