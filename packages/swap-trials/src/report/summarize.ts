import type { FaultKind } from "@sliceway/bench";
import type { Comparison } from "../checks/check-databases.ts";
import type { Requests, Seen } from "../load/requests.ts";
import type { SwapKind } from "../plan/plan-steps.ts";
import type { TabReport } from "../tab/old-tab.ts";
import type { Swap } from "../trial/swap.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { type Phase, phaseOf, touches } from "./phases.ts";

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

export interface TrialReport {
  perSecond: number;
  seconds: number;
  sent: number;
  rows: SwapRow[];
  /** Latency of requests that are sent once, by where in a swap they lie. */
  phases: Record<Phase, Figures>;
  /** p99 in windows from warm to drain against steady p99. */
  p99Ratio: number;
  kinds: { kind: Seen["kind"]; sent: number; failed: number; steady: Figures; window: Figures }[];
  /** From `deploy` of a built release to every new page on it: its servers ran still, or had to be started. */
  deploys: { warm: Figures; cold: Figures };
  rollbacks: Figures;
  pointer: Figures;
  faults: Record<FaultKind, number>;
  mutations: Comparison;
  tabs: TabReport[];
  /** How late the generator's own timers were, p99 in milliseconds: beyond it latencies say nothing. */
  generatorDelayMs: number;
  failed: number;
  /** What went wrong, the first ones. */
  problems: string[];
}

export interface TrialFacts {
  perSecond: number;
  seconds: number;
  requests: Requests;
  swaps: readonly Swap[];
  mutations: Comparison;
  tabs: readonly TabReport[];
  generatorDelayMs: number;
}

export function summarize(facts: TrialFacts): TrialReport {
  const { requests, swaps, mutations, tabs, ...rest } = facts;
  const { seen } = requests;
  const phases = Map.groupBy(seen.filter(isTimed), (one) => phaseOf(one, swaps));
  const latency = (phase: Phase) => figuresOf((phases.get(phase) ?? []).map(latencyOf));
  const problems = [
    ...requests.lines,
    ...swaps.flatMap(({ what, problem }) => (problem ? [`${what}: ${problem}`] : [])),
    ...mutations.problems,
    ...tabs.flatMap((tab) => tab.problems),
  ];
  const swapFaults = swaps.filter(({ problem }) => problem !== null).length;
  const tabFaults = tabs.reduce((sum, tab) => sum + tab.problems.length, 0);
  const [steady, window] = [latency("steady"), latency("window")];
  const times = (some: readonly Swap[]) => figuresOf(some.flatMap(({ arrivedMs }) => arrivedMs ?? []));
  const deploys = swaps.filter(({ kind }) => kind !== "rollback");
  return {
    ...rest,
    sent: seen.length,
    rows: [...Map.groupBy(swaps, ({ kind }) => kind)].map(([kind, some]) => rowOf(kind, some, seen)),
    phases: { steady, preparing: latency("preparing"), window, after: latency("after") },
    p99Ratio: steady.p99 > 0 ? window.p99 / steady.p99 : 0,
    kinds: [...Map.groupBy(seen, ({ kind }) => kind)].map(([kind, some]) => kindOf(kind, some, swaps)),
    deploys: {
      warm: times(deploys.filter(({ startsServer }) => !startsServer)),
      cold: times(deploys.filter(({ startsServer }) => startsServer)),
    },
    rollbacks: times(swaps.filter(({ kind }) => kind === "rollback")),
    pointer: figuresOf(swaps.flatMap(({ pointerMs }) => pointerMs ?? [])),
    faults: countFaults(seen),
    mutations,
    tabs: [...tabs],
    failed: requests.failed + swapFaults + mutations.problems.length + tabFaults,
    problems,
  };
}

function rowOf(kind: SwapKind, swaps: readonly Swap[], seen: readonly Seen[]): SwapRow {
  const during = (pick: "whole" | "window") =>
    seen.filter(({ dueAt, endAt }) => swaps.some((swap) => touches({ from: dueAt, to: endAt }, swap[pick])));
  const whole = during("whole");
  return {
    kind,
    count: swaps.length,
    requests: whole.length,
    failed: whole.filter(({ fault }) => fault !== null).length,
    latency: figuresOf(during("window").filter(isTimed).map(latencyOf)),
    arrived: figuresOf(swaps.flatMap(({ arrivedMs }) => arrivedMs ?? [])),
    pointer: figuresOf(swaps.flatMap(({ pointerMs }) => pointerMs ?? [])),
  };
}

function kindOf(kind: Seen["kind"], seen: readonly Seen[], swaps: readonly Swap[]) {
  const answered = seen.filter(({ fault }) => fault === null);
  const phases = Map.groupBy(answered, (one) => phaseOf(one, swaps));
  const latency = (phase: Phase) => figuresOf((phases.get(phase) ?? []).map(latencyOf));
  const failed = seen.length - answered.length;
  return { kind, sent: seen.length, failed, steady: latency("steady"), window: latency("window") };
}

/** What the client itself makes longer, and what is only there to look, is left out. */
function isTimed({ kind, fault }: Seen): boolean {
  return fault === null && kind !== "repeated" && kind !== "probe";
}

function latencyOf({ dueAt, endAt }: Seen): number {
  return endAt - dueAt;
}

function countFaults(seen: readonly Seen[]): Record<FaultKind, number> {
  const count: Record<FaultKind, number> = { transport: 0, status: 0, graphql: 0, data: 0, vector: 0 };
  for (const { fault } of seen) if (fault) count[fault] += 1;
  return count;
}
