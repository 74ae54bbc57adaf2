import type { RegistryClient } from "@sliceway/registry/client";
import type { Logger } from "@sliceway/service-kit";
import type { Pins } from "./pins.ts";
import type { PlatformState } from "./platform-state.ts";
import type { ReadyVectors } from "./ready-vectors.ts";

const EVERY_MS = 2000;

interface Parts {
  gatewayId: string;
  registry: Pick<RegistryClient, "acknowledge">;
  platform: PlatformState;
  vectors: ReadyVectors;
  pins: Pins;
  log: Logger;
}

export interface Reports extends AsyncDisposable {
  /** Tells the registry now; reports that are under way are followed by one more. */
  send(): void;
}

/** Tells the registry every 2 s, and when asked, which vectors are ready and which are used. */
export function reportToRegistry({ gatewayId, registry, platform, vectors, pins, log }: Parts): Reports {
  let sending: Promise<void> | null = null;
  let again = false;

  async function report(): Promise<void> {
    const revision = platform.routing?.revision ?? 0;
    const facts = { revision, vectors: vectors.ids, failed: vectors.failures, pins: pins.list() };
    await registry
      .acknowledge(gatewayId, facts)
      .catch((error: unknown) => log.debug({ err: error }, "the registry could not be told"));
  }

  function send(): void {
    if (sending) {
      again = true;
      return;
    }
    sending = report().finally(() => {
      sending = null;
      const repeat = again;
      again = false;
      if (repeat) send();
    });
  }

  const timer = setInterval(() => {
    void platform.prepare();
    send();
  }, EVERY_MS);
  return {
    send,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      again = false;
      await sending;
    },
  };
}
