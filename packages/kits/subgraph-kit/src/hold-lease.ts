import { type RegistryClient, RegistryError } from "@sliceway/protocol/client";
import { type Logger, sleep } from "@sliceway/service-kit";
import type { SliceConfig } from "./config.ts";
import { within } from "./within.ts";

const HEARTBEAT_MS = 2_000;
/** So long the registry may hold back its answer to an instance that may become live any time: it comes with the news. */
const STANDBY_WAIT_MS = 2_000;
/** While there is something to tell as soon as it is so. */
const HASTY_HEARTBEAT_MS = 200;
/** A registry that hangs must not keep this process from stopping. */
const FAREWELL_MS = 1_000;

interface LeaseOptions {
  registry: RegistryClient;
  config: Pick<SliceConfig, "slice" | "release" | "instance">;
  /** Where gateways reach this instance. */
  url: string;
  /** Rejects while requests cannot be answered; asked until it once resolved. */
  checkReady: () => Promise<void>;
  /** Told with every heartbeat since which routing revision this instance's release is live; null if it is not. */
  onLive: (since: number | null) => void;
  log: Logger;
}

/** Disposing gives the lease back. */
export interface Lease extends AsyncDisposable {
  /** Asks gateways to send nothing new. */
  drain(): Promise<void>;
}

/**
 * Takes a lease in the registry and renews it. While the registry is down the instance goes on as it was; if the
 * registry has given the lease up, the instance stops being live and takes a new one.
 */
export function holdLease(options: LeaseOptions): Lease {
  return new HeldLease(options);
}

class HeldLease implements Lease {
  readonly #options: LeaseOptions;
  readonly #stop = new AbortController();
  readonly #beating: Promise<void>;
  #isReady = false;
  #isLive = false;
  /** Null while there is no lease. */
  #epoch: number | null = null;
  #isFailing = false;

  constructor(options: LeaseOptions) {
    this.#options = options;
    this.#beating = this.#beatUntilStopped();
  }

  drain(): Promise<void> {
    const { registry, config } = this.#options;
    return this.#sayFarewell((epoch) => registry.renewLease(config.instance, { epoch, state: "draining" }));
  }

  [Symbol.asyncDispose](): Promise<void> {
    const { registry, config } = this.#options;
    return this.#sayFarewell((epoch) => registry.closeLease(config.instance, epoch));
  }

  async #beatUntilStopped(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#beat().catch((error) => this.#stop.signal.aborted || this.#onFailure(error));
      // Jitter: when the registry is back, not everybody asks at once.
      await sleep(this.#pauseMs() * (0.9 + Math.random() / 5), this.#stop.signal).catch(() => {});
    }
  }

  #pauseMs(): number {
    if (this.#isFailing) return HEARTBEAT_MS;
    if (!this.#isReady || this.#epoch === null) return HASTY_HEARTBEAT_MS;
    return this.#isLive ? HEARTBEAT_MS : HASTY_HEARTBEAT_MS;
  }

  async #beat(): Promise<void> {
    const { registry, config, url, checkReady } = this.#options;
    this.#isReady ||= await succeeds(checkReady);
    const state = this.#isReady ? "ready" : "starting";
    if (this.#epoch === null) {
      const { slice, release, instance } = config;
      const { epoch, liveSince } = await registry.openLease({ slice, release, instance, url, state });
      this.#epoch = epoch;
      this.#setLive(liveSince);
    } else this.#setLive(await this.#renew(this.#epoch, state));
    this.#isFailing = false;
  }

  async #renew(epoch: number, state: "starting" | "ready"): Promise<number | null> {
    const { registry, config } = this.#options;
    const memoryBytes = process.memoryUsage.rss();
    const waitMs = state === "ready" && !this.#isLive ? STANDBY_WAIT_MS : undefined;
    const heartbeat = { epoch, state, memoryBytes, ...(waitMs && { waitMs }) } as const;
    return (await registry.renewLease(config.instance, heartbeat, this.#stop.signal)).liveSince;
  }

  #onFailure(err: unknown): void {
    const { log } = this.#options;
    if (this.#epoch !== null && err instanceof RegistryError && err.code === "FENCED") {
      log.warn("the registry has given up our lease; taking a new one");
      this.#epoch = null;
      this.#setLive(null);
      return;
    }
    if (!this.#isFailing) log.warn({ err }, "the registry does not answer; going on as before");
    this.#isFailing = true;
  }

  #setLive(since: number | null): void {
    this.#isLive = since !== null;
    this.#options.onLive(since);
  }

  async #sayFarewell(tell: (epoch: number) => Promise<unknown>): Promise<void> {
    this.#stop.abort();
    const told = this.#beating.then(() => (this.#epoch === null ? null : tell(this.#epoch)));
    await within(FAREWELL_MS, told).catch((err) =>
      this.#options.log.warn({ err }, "the registry was not told of the end"),
    );
  }
}

function succeeds(check: () => Promise<void>): Promise<boolean> {
  return check().then(
    () => true,
    () => false,
  );
}
