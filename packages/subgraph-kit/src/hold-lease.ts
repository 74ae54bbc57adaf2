import { type RegistryClient, RegistryError } from "@sliceway/registry/client";
import { type Logger, sleep } from "@sliceway/service-kit";
import type { SliceConfig } from "./config.ts";

const HEARTBEAT_MS = 2_000;
const STARTING_HEARTBEAT_MS = 200;
/** A registry that hangs must not keep this process from stopping. */
const FAREWELL_MS = 1_000;

interface LeaseOptions {
  registry: RegistryClient;
  config: Pick<SliceConfig, "slice" | "release" | "instance">;
  /** Where gateways reach this instance. */
  url: string;
  /** Rejects while requests cannot be answered; asked until it once resolved. */
  checkReady: () => Promise<void>;
  /** Told with every heartbeat whether this instance's release is the live one. */
  onLive: (live: boolean) => void;
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
export function holdLease({ registry, config, url, checkReady, onLive, log }: LeaseOptions): Lease {
  const { slice, release, instance } = config;
  const stop = new AbortController();
  let state: "starting" | "ready" = "starting";
  let epoch: number | null = null;
  let failing = false;

  const beat = async () => {
    if (state === "starting" && (await succeeds(checkReady))) state = "ready";
    if (epoch === null) {
      const opened = await registry.openLease({ slice, release, instance, url, state });
      epoch = opened.epoch;
      onLive(opened.live);
    } else onLive((await registry.renewLease(instance, { epoch, state })).live);
    failing = false;
  };

  const onFailure = (err: unknown) => {
    if (err instanceof RegistryError && (err.status === 409 || err.status === 404)) {
      log.warn("the registry has given up our lease; taking a new one");
      epoch = null;
      onLive(false);
    } else if (!failing) log.warn({ err }, "the registry does not answer; going on as before");
    failing = true;
  };

  const heartbeat = async () => {
    while (!stop.signal.aborted) {
      await beat().catch(onFailure);
      const pause = state === "starting" && !failing ? STARTING_HEARTBEAT_MS : HEARTBEAT_MS;
      await sleep(pause * (0.9 + Math.random() / 5), stop.signal).catch(() => {});
    }
  };

  const beating = heartbeat();
  const lastly = async (tell: (epoch: number) => Promise<unknown>) => {
    stop.abort();
    const told = beating.then(() => (epoch === null ? null : tell(epoch)));
    await within(FAREWELL_MS, told).catch((err) => log.warn({ err }, "the registry was not told of the end"));
  };
  return {
    drain: () => lastly((epoch) => registry.renewLease(instance, { epoch, state: "draining" })),
    [Symbol.asyncDispose]: () => lastly((epoch) => registry.closeLease(instance, epoch)),
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const enough = new AbortController();
  const late = sleep(ms, enough.signal).then(() => Promise.reject(new Error(`no answer within ${ms} ms`)));
  try {
    await Promise.race([work, late]);
  } finally {
    late.catch(() => {});
    enough.abort();
  }
}

async function succeeds(check: () => Promise<void>): Promise<boolean> {
  return check().then(
    () => true,
    () => false,
  );
}
