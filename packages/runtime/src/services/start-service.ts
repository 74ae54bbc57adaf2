import { type Logger, SlicewayError } from "@sliceway/service-kit";
import type { ChildHouse } from "../process/run-child.ts";
import type { ChildCommand } from "../process/start-child.ts";
import { type Supervised, supervise } from "../process/supervise.ts";

/** A service that ends twice before it was ever ready will not do better the third time. */
const STARTS = 2;

interface ServiceOptions {
  /** `registry` or `gateway`. */
  name: string;
  /** Its `main.ts`. */
  main: string;
  cwd: string;
  port: number;
  env: Record<string, string>;
  house: ChildHouse;
  log: Logger;
}

export interface Service extends Supervised {
  url: string;
  /** Resolves when it is ready for the first time; rejects with `SERVICE_FAILED` when it cannot start. */
  ready: Promise<void>;
}

/** Starts one of the platform's own processes and keeps it running. */
export function startService({ name, main, cwd, port, env, house, log }: ServiceOptions): Service {
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  ready.catch(() => {});
  const command: ChildCommand & { port: number } = {
    command: process.execPath,
    args: [main],
    cwd,
    env,
    port,
  };
  const supervised = supervise({
    name,
    house,
    log,
    prepare: async () => command,
    onReady: resolve,
    onFailedStart: (reason, failures) => {
      if (failures >= STARTS) reject(serviceFailed(name, reason));
    },
  });
  return { ...supervised, url: `http://127.0.0.1:${port}`, ready };
}

function serviceFailed(name: string, reason: string): SlicewayError {
  const fix = `See logs/${name}.log in Sliceway's home, and start again.`;
  return new SlicewayError("SERVICE_FAILED", `The ${name} does not start: ${reason}.`, fix);
}
