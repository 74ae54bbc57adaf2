import type { FaultKind, Figures } from "@sliceway/trial-kit";
import type { Comparison } from "../checks/check-databases.ts";
import type { CountComparison } from "../counts/compare-counts.ts";
import type { Seen } from "../load/requests.ts";
import type { SwapKind } from "../plan/plan-steps.ts";
import type { TabReport } from "../tab/old-tab.ts";
import type { Phase } from "./phases.ts";

export interface SwapRow {
  kind: SwapKind;
  count: number;
  /** Requests while swaps of this kind went on. */
  requests: number;
  failed: number;
  /** Of requests in their windows, from warm to drain. */
  latency: Figures;
  /** From the call to every new page on it. */
  arrived: Figures;
  /** From the move of the pointer to the first new page on it. */
  pointer: Figures;
}

export interface KindRow {
  kind: Seen["kind"];
  sent: number;
  failed: number;
  steady: Figures;
  window: Figures;
}

/** What a trial has found. */
export interface TrialReport {
  perSecond: number;
  seconds: number;
  sent: number;
  rows: SwapRow[];
  /** Latency of requests that are sent once, by where in a swap they lie. */
  phases: Record<Phase, Figures>;
  /** p99 in windows from warm to drain against steady p99. */
  p99Ratio: number;
  kinds: KindRow[];
  /** From `deploy` of a built release to every new page on it: its servers ran still, or had to be started. */
  deploys: { warm: Figures; cold: Figures };
  rollbacks: Figures;
  pointer: Figures;
  faults: Record<FaultKind, number>;
  mutations: Comparison;
  /** What clients had beside what the registry reports of it. */
  counts: CountComparison;
  tabs: TabReport[];
  /** How late the generator's own timers were, p99 in milliseconds: beyond it latencies say nothing. */
  generatorDelayMs: number;
  failed: number;
  /** What went wrong, the first ones. */
  problems: string[];
}
