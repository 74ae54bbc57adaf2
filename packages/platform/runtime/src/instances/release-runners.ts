import type { ReleaseRef } from "@sliceway/protocol";
import type { Logger } from "@sliceway/service-kit";
import { reconcile } from "./reconcile.ts";

/** A driver: keeps a server of the release running until disposed. Must not throw. */
export type RunRelease = (release: ReleaseRef) => AsyncDisposable;

/** The servers that run now. */
export class ReleaseRunners implements AsyncDisposable {
  readonly #run: RunRelease;
  readonly #log: Logger;
  readonly #running = new Map<ReleaseRef, AsyncDisposable>();
  readonly #stopping = new Map<ReleaseRef, Promise<void>>();
  #wanted: readonly ReleaseRef[] = [];

  constructor(run: RunRelease, log: Logger) {
    this.#run = run;
    this.#log = log;
  }

  /** Starts and stops what is needed so that the wanted releases run; stopping goes on in the background. */
  reconcile(wanted: readonly ReleaseRef[]): void {
    this.#wanted = wanted;
    for (const { kind, release } of reconcile(wanted, [...this.#running.keys()])) {
      if (kind === "stop") void this.#stop(release);
      // Two servers of one release would fight for its lease, so one that is stopping is waited for.
      else if (!this.#stopping.has(release)) this.#start(release);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.reconcile([]);
    await Promise.all(this.#stopping.values());
  }

  #start(release: ReleaseRef): void {
    this.#log.info({ release }, "starting");
    this.#running.set(release, this.#run(release));
  }

  async #stop(release: ReleaseRef): Promise<void> {
    this.#log.info({ release }, "stopping");
    const ended = Promise.resolve(this.#running.get(release)?.[Symbol.asyncDispose]());
    this.#running.delete(release);
    this.#stopping.set(release, ended);
    await ended;
    this.#stopping.delete(release);
    if (this.#wanted.includes(release)) this.#start(release);
  }
}
