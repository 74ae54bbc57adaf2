import type { RegistryClient } from "@sliceway/protocol/client";
import type { Logger } from "@sliceway/service-kit";
import type { OpenPages } from "./open-pages.ts";
import type { Pins } from "./pins.ts";
import type { PlatformState } from "./platform-state.ts";
import type { ReadyVectors } from "./ready-vectors.ts";
import type { TrafficCounter } from "./traffic-counter.ts";

const EVERY_MS = 2000;

interface Parts {
  gatewayId: string;
  registry: Pick<RegistryClient, "acknowledge">;
  platform: PlatformState;
  vectors: ReadyVectors;
  pins: Pins;
  pages: OpenPages;
  traffic: TrafficCounter;
  log: Logger;
}

export interface Reports extends AsyncDisposable {
  /** Tells the registry now; reports that are under way are followed by one more. */
  send(): void;
}

/** Tells the registry every 2 s, and when asked, which vectors are ready, which are used, and how they do. */
export function reportToRegistry(parts: Parts): Reports {
  const { gatewayId, registry, platform, vectors, pins, pages, traffic, log } = parts;
  let sending: Promise<void> | null = null;
  let again = false;

  async function report(): Promise<void> {
    const revision = platform.routing?.revision ?? 0;
    const facts = {
      revision,
      vectors: vectors.ids,
      failed: vectors.failures,
      pins: pins.list(),
      pages: pages.count(),
      traffic: { run: traffic.run, vectors: traffic.list() },
    };
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
      // What was counted since, or it would be lost.
      await report();
    },
  };
}
