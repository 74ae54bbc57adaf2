import { LATENCY_BOUNDS_MS, noTraffic, type Traffic } from "@sliceway/protocol";
import type { TestRegistry } from "../../src/testing/start-test-registry.ts";
import { stateOf } from "./state-of.ts";

/** What visitors of a vector did since the last report. */
export interface Visits {
  requests: number;
  /** Slices at fault to requests that failed by it. */
  failures?: Record<string, number>;
  /** Slice to pages on which its UI failed. */
  crashes?: Record<string, number>;
  ms?: number;
}

/** A gateway that has everything warm at once, and counts what a test says. */
export class TestGateway {
  readonly #registry: TestRegistry;
  readonly #traffic: Record<string, Traffic> = {};
  readonly #id: string;
  readonly #run: string;

  constructor(registry: TestRegistry, { id = "g", run = "first" } = {}) {
    this.#registry = registry;
    this.#id = id;
    this.#run = run;
  }

  /** Says what it has, and what happened since it said so last. */
  async report(visits: Record<string, Visits> = {}): Promise<void> {
    for (const [vector, visit] of Object.entries(visits)) {
      this.#traffic[vector] = addVisits(this.#traffic[vector] ?? noTraffic(), visit);
    }
    const { routing, vectors } = await stateOf(this.#registry);
    const traffic = { run: this.#run, vectors: this.#traffic };
    await this.#registry.service.acknowledge(this.#id, { revision: routing.revision, vectors, traffic });
  }
}

function addVisits(traffic: Traffic, { requests, failures = {}, crashes = {}, ms = 20 }: Visits): Traffic {
  const at = LATENCY_BOUNDS_MS.findIndex((bound) => ms <= bound);
  return {
    requests: traffic.requests + requests,
    failures: addCounts(traffic.failures, failures),
    crashes: addCounts(traffic.crashes, crashes),
    latency: traffic.latency.map((count, index) => (index === at ? count + requests : count)),
  };
}

function addCounts(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.keys({ ...a, ...b }).map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
}
