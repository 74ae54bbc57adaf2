import type { RegistryClient } from "@sliceway/protocol/client";
import { type Logger, runPeriodically } from "@sliceway/service-kit";
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
  const reporting = runPeriodically(() => report(parts), {
    pauseMs: EVERY_MS,
    isPauseFirst: true,
    onError: (error) => noteFailure(parts, error),
  });
  return {
    send: () => reporting.wake(),
    async [Symbol.asyncDispose]() {
      await reporting[Symbol.asyncDispose]();
      // What was counted since, or it would be lost.
      await report(parts).catch((error: unknown) => noteFailure(parts, error));
    },
  };
}

async function report({
  gatewayId,
  registry,
  platform,
  vectors,
  pins,
  pages,
  traffic,
}: Parts): Promise<void> {
  await registry.acknowledge(gatewayId, {
    revision: platform.routing?.revision ?? 0,
    vectors: vectors.ids,
    failed: vectors.failures,
    pins: pins.list(),
    pages: pages.count(),
    traffic: { run: traffic.run, vectors: traffic.list() },
  });
}

function noteFailure({ log }: Parts, error: unknown): void {
  log.debug({ err: error }, "the registry could not be told");
}
