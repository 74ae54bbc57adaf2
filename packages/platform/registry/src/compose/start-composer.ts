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
const PROGRAM = fileURLToPath(new URL("./composer-process.ts", import.meta.url));

/**
 * Composes in a process of its own, which begins with the first task: a graph of many slices takes a second or more, and
 * all the while heartbeats are to be answered and routing is to move. If the process does not start, what waits for it is
 * rejected, and the next task starts another.
 */
export function startComposer(program = PROGRAM): Composer {
  const pool = new Tinypool({
    filename: program,
    runtime: "child_process",
    serialization: "advanced",
    // It needs neither the database nor anything else that we know.
    env: pick(process.env, ["PATH", "NODE_ENV", "NODE_OPTIONS", "NODE_COMPILE_CACHE"]),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: DAY_MS,
  });
  // An error event that nobody handles would end the registry's process.
  pool.on("error", () => pool.cancelPendingTasks());
  const run = (task: BuildTask | CompatibilityTask, name: string) => pool.run(task, { name }).catch(explain);
  return {
    build: (task) => run(task, "build"),
    isCompatible: (task) => run(task, "isCompatible"),
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}

function explain(error: unknown): never {
  if (!(error instanceof Error) || error.name !== "CancelError") throw error;
  throw new Error("The composer's process does not start; what it wrote stands above.", { cause: error });
}

function pick(env: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
