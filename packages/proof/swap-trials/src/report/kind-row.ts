import { figuresOf } from "@sliceway/trial-kit";
import type { Seen } from "../load/requests.ts";
import type { Swap } from "../trial/swap.ts";
import { latencyOf } from "./latency.ts";
import { type Phase, phaseOf } from "./phases.ts";
import type { KindRow } from "./trial-report.ts";

/** All requests of a kind. */
export function kindRow(kind: Seen["kind"], seen: readonly Seen[], swaps: readonly Swap[]): KindRow {
  const answered = seen.filter(({ fault }) => fault === null);
  const phases = Map.groupBy(answered, (one) => phaseOf(one, swaps));
  const latency = (phase: Phase) => figuresOf((phases.get(phase) ?? []).map(latencyOf));
  const failed = seen.length - answered.length;
  return { kind, sent: seen.length, failed, steady: latency("steady"), window: latency("window") };
}
