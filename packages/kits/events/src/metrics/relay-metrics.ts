import { Counter, type Registry } from "prom-client";
import type { CloudEvent } from "../envelope.ts";
import type { OutboxBacklog } from "../outbox-backlog.ts";
import { addGauge } from "./gauges.ts";
import { createProbe } from "./probe.ts";

export interface RelayMetrics {
  published(events: readonly CloudEvent[]): void;
  /** Says how the slice's outbox is measured, until disposed of. */
  watchOutbox(measure: () => Promise<OutboxBacklog>): Disposable;
}

export function createRelayMetrics(register: Registry): RelayMetrics {
  const published = new Counter({
    name: "sliceway_events_published_total",
    help: "Events handed to the transport.",
    labelNames: ["type"],
    registers: [register],
  });
  const outbox = createProbe<OutboxBacklog>();
  const pending = {
    name: "sliceway_events_outbox_pending",
    help: "Events that wait in the outbox; counted up to 100,000.",
  };
  addGauge(register, pending, async () => (await outbox.read())?.pending);
  const oldest = {
    name: "sliceway_events_outbox_oldest_age_seconds",
    help: "How long the oldest event has waited in the outbox; 0 if there is none.",
  };
  addGauge(register, oldest, async () => (await outbox.read())?.oldestAgeSeconds);
  return {
    published(events) {
      for (const { type } of events) published.inc({ type });
    },
    watchOutbox: outbox.attach,
  };
}
