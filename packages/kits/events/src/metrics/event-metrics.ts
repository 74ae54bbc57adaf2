import type { Registry } from "prom-client";
import { type ConsumerMetrics, createConsumerMetrics } from "./consumer-metrics.ts";
import { createRelayMetrics, type RelayMetrics } from "./relay-metrics.ts";

/** What the relay and the consumer of a process measure. */
export interface EventMetrics {
  relay: RelayMetrics;
  consumer: ConsumerMetrics;
}

/**
 * Adds the metrics `sliceway_events_*` to a registry of prom-client; packages/kits/events/README.md lists them. Once per
 * process: relays and consumers that start and stop share them.
 */
export function createEventMetrics(register: Registry): EventMetrics {
  return { relay: createRelayMetrics(register), consumer: createConsumerMetrics(register) };
}
