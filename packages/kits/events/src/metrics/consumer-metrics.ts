import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { CloudEvent } from "../envelope.ts";
import type { ParkedCount } from "../parked.ts";
import type { Lag } from "../transport.ts";
import { addBacklogGauges } from "./backlog-gauges.ts";
import { createProbe } from "./probe.ts";

/** What became of a delivery: it had its effect, it had had it before, or it was set aside. */
export type Outcome = "applied" | "repeated" | "parked";

/** Why a consumer reads nothing new: too much is parked, or what it should read next was pruned. */
export type BlockedBy = "parked" | "pruned";

export interface ConsumerMetrics {
  /** An event was settled, in a transaction that took `effectMs`. */
  settled(event: CloudEvent, outcome: Outcome, effectMs: number): void;
  setBlocked(by: BlockedBy | null): void;
  /** Says how parked events are counted, until disposed of. */
  watchParked(measure: () => Promise<ParkedCount>): Disposable;
  /** Says how the lag is measured, until disposed of. */
  watchLag(measure: () => Promise<Lag[]>): Disposable;
}

export function createConsumerMetrics(register: Registry): ConsumerMetrics {
  const parked = createProbe<ParkedCount>();
  const lag = createProbe<Lag[]>();
  addBacklogGauges(register, parked.read, lag.read);
  const blocked = new Gauge({
    name: "sliceway_events_consumer_blocked",
    help: "1 while the consumer reads nothing new: too much is parked, or what comes next was pruned.",
    labelNames: ["reason"],
    registers: [register],
  });
  return {
    settled: measureSettled(register),
    setBlocked(by) {
      blocked.reset();
      if (by) blocked.set({ reason: by }, 1);
    },
    watchParked: parked.attach,
    watchLag: lag.attach,
  };
}

function measureSettled(register: Registry): ConsumerMetrics["settled"] {
  const consumed = new Counter({
    name: "sliceway_events_consumed_total",
    help: "Events that had their effect, that had had it before, or that were set aside.",
    labelNames: ["type", "outcome"],
    registers: [register],
  });
  const effect = new Histogram({
    name: "sliceway_events_effect_seconds",
    help: "Time of an effect's transaction.",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [register],
  });
  const delivery = new Histogram({
    name: "sliceway_events_delivery_seconds",
    help: "Time from an event to its effect, committed.",
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60, 300, 3600],
    registers: [register],
  });
  return ({ type, time }, outcome, effectMs) => {
    consumed.inc({ type, outcome });
    if (outcome !== "applied") return;
    effect.observe(effectMs / 1000);
    delivery.observe(Math.max(0, Date.now() - Date.parse(time)) / 1000);
  };
}
