import type { FaultKind } from "@sliceway/trial-kit";
import { figuresOf } from "@sliceway/trial-kit";
import type { Comparison } from "../checks/check-databases.ts";
import type { CountComparison } from "../counts/compare-counts.ts";
import type { Requests, Seen } from "../load/requests.ts";
import type { TabReport } from "../tab/old-tab.ts";
import type { Swap } from "../trial/swap.ts";
import { kindRow } from "./kind-row.ts";
import { isTimed, latencyOf } from "./latency.ts";
import { type Phase, phaseOf } from "./phases.ts";
import { swapRow } from "./swap-row.ts";
import type { TrialReport } from "./trial-report.ts";

export interface TrialFacts {
  perSecond: number;
  seconds: number;
  requests: Requests;
  swaps: readonly Swap[];
  mutations: Comparison;
  counts: CountComparison;
  tabs: readonly TabReport[];
  generatorDelayMs: number;
}

export function summarize(facts: TrialFacts): TrialReport {
  const { requests, swaps, mutations, counts, tabs, ...rest } = facts;
  const { seen } = requests;
  const phases = Map.groupBy(seen.filter(isTimed), (one) => phaseOf(one, swaps));
  const latency = (phase: Phase) => figuresOf((phases.get(phase) ?? []).map(latencyOf));
  const [steady, window] = [latency("steady"), latency("window")];
  const problems = [
    ...swaps.flatMap(listProblem),
    ...mutations.problems,
    ...counts.problems,
    ...tabs.flatMap((tab) => tab.problems),
  ];
  return {
    ...rest,
    sent: seen.length,
    rows: [...Map.groupBy(swaps, ({ kind }) => kind)].map(([kind, some]) => swapRow(kind, some, seen)),
    phases: { steady, preparing: latency("preparing"), window, after: latency("after") },
    p99Ratio: steady.p99 > 0 ? window.p99 / steady.p99 : 0,
    kinds: [...Map.groupBy(seen, ({ kind }) => kind)].map(([kind, some]) => kindRow(kind, some, swaps)),
    ...timesOf(swaps),
    faults: countFaults(seen),
    mutations,
    counts,
    tabs: [...tabs],
    failed: requests.failed + problems.length,
    problems: [...requests.lines, ...problems],
  };
}

function listProblem({ what, problem }: Swap): string[] {
  return problem === null ? [] : [`${what}: ${problem}`];
}

function timesOf(swaps: readonly Swap[]): Pick<TrialReport, "deploys" | "rollbacks" | "pointer"> {
  const arrivals = (some: readonly Swap[]) => figuresOf(some.flatMap(({ arrivedMs }) => arrivedMs ?? []));
  const deploys = swaps.filter(({ kind }) => kind !== "rollback");
  return {
    deploys: {
      warm: arrivals(deploys.filter(({ startsServer }) => !startsServer)),
      cold: arrivals(deploys.filter(({ startsServer }) => startsServer)),
    },
    rollbacks: arrivals(swaps.filter(({ kind }) => kind === "rollback")),
    pointer: figuresOf(swaps.flatMap(({ pointerMs }) => pointerMs ?? [])),
  };
}

function countFaults(seen: readonly Seen[]): Record<FaultKind, number> {
  const count: Record<FaultKind, number> = { transport: 0, status: 0, graphql: 0, data: 0, vector: 0 };
  for (const { fault } of seen) if (fault) count[fault] += 1;
  return count;
}
