import { retry } from "@sliceway/service-kit";
import type { Orders, Side } from "../interpose/orders.ts";
import type { Report } from "../interpose/report.ts";
import { type Launched, launch } from "./launch.ts";
import type { Role } from "./role.ts";

/** Longer than anything takes to come that comes at all, also on a busy machine. */
const LONGEST_WAIT_MS = 60_000;
const STARTS = 3;

export interface Kill {
  where: string;
  side: Side;
  /** At which time of its coming there. */
  nth: number;
}

export interface RunnerOptions {
  role: Role;
  program: string;
  cacheDir: string;
  /** Asked for each start. */
  env: () => Record<string, string>;
  names: Orders["names"];
  onReport(report: Report): void;
}

/** One role's process: started, killed and started anew, as by a supervisor. */
export interface Runner extends AsyncDisposable {
  readonly role: Role;
  /**
   * Starts it, in place of the one that runs; resolves when it talks to the world. With `kill` it is to die there. One
   * that ends by itself before it has talked is started again, twice.
   */
  start(kill?: Kill): Promise<void>;
  /** Waits for it to die where it was ordered to; false if it has not within a minute. */
  struck(): Promise<boolean>;
  /** Asks it to stop and waits for it; resolves to its last words. */
  stop(): Promise<Report | undefined>;
}

export function createRunner(options: RunnerOptions): Runner {
  return new ProcessRunner(options);
}

class ProcessRunner implements Runner {
  readonly role: Role;
  readonly #options: RunnerOptions;
  #launched: Launched | undefined;
  #hasStruck = false;
  #last: Report | undefined;

  constructor(options: RunnerOptions) {
    this.role = options.role;
    this.#options = options;
  }

  async start(kill?: Kill): Promise<void> {
    await this.#kill();
    await retry(() => this.#start(kill), { attempts: STARTS });
  }

  async struck(): Promise<boolean> {
    const launched = this.#launched;
    if (!launched) return false;
    const timer = setTimeout(() => launched.child.kill("SIGKILL"), LONGEST_WAIT_MS);
    const { signal, errors } = await launched.ended;
    clearTimeout(timer);
    if (signal !== "SIGKILL") throw this.#endedEarly(errors);
    return this.#hasStruck;
  }

  async stop(): Promise<Report | undefined> {
    this.#launched?.child.kill("SIGTERM");
    await this.#launched?.ended;
    return this.#last;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#kill();
  }

  async #start(kill: Kill | undefined): Promise<void> {
    const { program, cacheDir, env, names, onReport } = this.#options;
    const { promise: talks, resolve } = Promise.withResolvers<void>();
    this.#hasStruck = false;
    this.#launched = launch({
      program,
      cacheDir,
      env: env(),
      orders: { names, ...(kill && { kill }) },
      onReport: (report) => {
        if (report.kind === "struck") this.#hasStruck = true;
        this.#last = report;
        onReport(report);
        resolve();
      },
    });
    const { ended } = this.#launched;
    await Promise.race([talks, ended.then(({ errors }) => Promise.reject(this.#endedEarly(errors)))]);
  }

  async #kill(): Promise<void> {
    this.#launched?.child.kill("SIGKILL");
    await this.#launched?.ended;
  }

  #endedEarly(errors: string): Error {
    return new Error(`the ${this.role} ended by itself:\n${errors}`);
  }
}
