import type { ReleaseRef } from "@sliceway/protocol";
import type { Logger } from "@sliceway/service-kit";
import type { Contraction } from "./due-migrations.ts";

/** Works until it is done or the signal aborts. */
export type RunContraction = (contraction: Contraction, signal: AbortSignal) => Promise<void>;

/** Runs the deferred migrations that the registry lets go, each release's once at a time. */
export class ContractionRunner implements AsyncDisposable {
  readonly #run: RunContraction;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  readonly #running = new Map<ReleaseRef, Promise<void>>();

  constructor(run: RunContraction, log: Logger) {
    this.#run = run;
    this.#log = log;
  }

  /** Begins what is not under way. */
  follow(contractions: readonly Contraction[]): void {
    for (const contraction of contractions) {
      const ref: ReleaseRef = `${contraction.slice}@${contraction.release}`;
      if (!this.#running.has(ref)) this.#running.set(ref, this.#start(ref, contraction));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running.values());
  }

  async #start(ref: ReleaseRef, contraction: Contraction): Promise<void> {
    const { migrations } = contraction;
    try {
      this.#log.info({ release: ref, migrations }, "running deferred migrations");
      await this.#run(contraction, this.#stop.signal);
    } catch (err) {
      if (!this.#stop.signal.aborted)
        this.#log.error({ err, release: ref, migrations }, "deferred migrations failed");
    } finally {
      this.#running.delete(ref);
    }
  }
}
