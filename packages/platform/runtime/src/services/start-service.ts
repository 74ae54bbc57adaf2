import { SlicewayError } from "@sliceway/errors";
import type { Logger } from "@sliceway/service-kit";
import { errors } from "../errors.ts";
import type { ChildContext } from "../process/run-child.ts";
import { type Supervised, supervise } from "../process/supervise.ts";
import type { FindCommand } from "./find-command.ts";

/** A service that ends twice before it was ever ready will not do better the third time. */
const STARTS = 2;

interface ServiceOptions {
  /** `registry` or `gateway`. */
  name: string;
  /** How it is run, asked anew for each start. */
  command: FindCommand;
  /** Where it answers `/healthz` and `/readyz`; said anew for each start. */
  prepare: () => Promise<{ port: number; env: Record<string, string>; fds?: readonly number[] }>;
  children: ChildContext;
  log: Logger;
}

export interface Service extends Supervised {
  /** Resolves when it is ready for the first time; rejects with `SERVICE_FAILED` when it cannot start. */
  ready: Promise<void>;
}

/** Starts one of the platform's own processes and keeps it running. */
export function startService({ name, command, prepare, children, log }: ServiceOptions): Service {
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  ready.catch(() => {});
  const supervised = supervise({
    name,
    children,
    log,
    prepare: async () => ({ ...(await command()), ...(await prepare()) }),
    onReady: resolve,
    onFailedStart: (reason, failures) => {
      if (failures >= STARTS) reject(serviceFailed(name, reason));
    },
  });
  return Object.assign(supervised, { ready });
}

function serviceFailed(name: string, reason: string): SlicewayError {
  return new SlicewayError(errors.SERVICE_FAILED(`The ${name} does not start: ${reason}.`, { name }));
}
