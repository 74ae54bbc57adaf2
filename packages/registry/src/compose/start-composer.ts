import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { BuiltVector } from "./build-vector.ts";
import type { BuildTask, FitTask } from "./composer-thread.ts";

/** Whatever needs Apollo's composition. */
export interface Composer extends AsyncDisposable {
  build(task: BuildTask): Promise<BuiltVector>;
  /** Whether the API of a supergraph takes all of these operations. */
  fit(task: FitTask): Promise<boolean>;
}

/** For how long a thread that has nothing to do keeps what it has loaded and composed. */
const DAY_MS = 24 * 3_600_000;
const THREAD = fileURLToPath(new URL("./composer-thread.ts", import.meta.url));

/**
 * Composes in a thread, which begins with the first task: a graph of many slices takes a second or more, and all the
 * while heartbeats are to be answered and routing is to move.
 */
export function startComposer(): Composer {
  const pool = new Tinypool({
    filename: THREAD,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: DAY_MS,
  });
  return {
    build: (task) => pool.run(task, { name: "build" }),
    fit: (task) => pool.run(task, { name: "fit" }),
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
