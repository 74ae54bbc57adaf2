import { renderTable } from "@sliceway/cli";
import type { Figures } from "@sliceway/trial-kit";
import type { TrialReport } from "./trial-report.ts";

/** What a trial has found, for people. The last line is `failed` and its number. */
export function renderReport(report: TrialReport): string[] {
  return [
    ...renderTable(swapRows(report)),
    "",
    ...renderTable(phaseRows(report)),
    "",
    ...renderTable(kindRows(report)),
    "",
    ...renderTable(timeRows(report)),
    "",
    ...renderTable(checkRows(report)),
    ...(report.problems.length > 0 ? ["", ...report.problems.slice(0, 30)] : []),
    "",
    `failed ${report.failed}`,
  ];
}

function swapRows({ rows }: TrialReport): string[][] {
  return [
    ["swap", "count", "requests", "failed", "p50", "p99", "all on it", "at most", "pointer", "at most"],
    ...rows.map(({ kind, count, requests, failed, latency, arrived, pointer }) => [
      kind,
      `${count}`,
      `${requests}`,
      `${failed}`,
      ms(latency.p50),
      ms(latency.p99),
      ms(arrived.p50),
      ms(arrived.max),
      ms(pointer.p50),
      ms(pointer.max),
    ]),
  ];
}

function phaseRows({ phases, p99Ratio, perSecond, seconds, sent }: TrialReport): string[][] {
  const row = (name: string, { count, p50, p99, max }: Figures, note = "") => [
    name,
    `${count}`,
    ms(p50),
    ms(p99),
    ms(max),
    note,
  ];
  const ratio = `p99 ${p99Ratio.toFixed(2)} times steady, aim 2.00${p99Ratio > 2 ? ": MISSED" : ""}`;
  return [
    [`${perSecond}/s for ${Math.round(seconds)} s: ${sent}`, "requests", "p50", "p99", "max", ""],
    row("steady", phases.steady),
    row("from deploy to warm", phases.preparing),
    row("from warm to drain", phases.window, ratio),
    row("the half second after", phases.after),
  ];
}

function kindRows({ kinds }: TrialReport): string[][] {
  return [
    ["request", "sent", "failed", "steady p50", "p99", "window p50", "p99"],
    ...kinds.map(({ kind, sent, failed, steady, window }) => [
      kind,
      `${sent}`,
      `${failed}`,
      ms(steady.p50),
      ms(steady.p99),
      ms(window.p50),
      ms(window.p99),
    ]),
  ];
}

function timeRows({ deploys, rollbacks, pointer, generatorDelayMs }: TrialReport): string[][] {
  const row = (name: string, { count, p50, max }: Figures, aimMs: number) => [
    name,
    `${count}`,
    ms(p50),
    ms(max),
    `aim ${ms(aimMs)}${max > aimMs ? ": MISSED at most" : ""}`,
  ];
  return [
    ["time", "count", "p50", "at most", ""],
    row("deploy to every new page on it, servers running", deploys.warm, 5000),
    row("deploy to every new page on it, servers started", deploys.cold, 5000),
    row("rollback to every new page on it", rollbacks, 1000),
    row("pointer to first new page", pointer, 100),
    ["generator's own delay, p99", "", "", ms(generatorDelayMs), ""],
  ];
}

function checkRows({ faults, mutations, counts, tabs }: TrialReport): string[][] {
  return [
    ["check", "looked at", "wrong"],
    ["no answer", "", `${faults.transport}`],
    ["not 2xx", "", `${faults.status}`],
    ["GraphQL errors", "", `${faults.graphql}`],
    ["data missing", "", `${faults.data}`],
    ["mixed vectors", "", `${faults.vector}`],
    ["effects of mutations, events", `${mutations.compared}`, `${mutations.problems.length}`],
    [
      "the registry's own counts",
      `${counts.counted} answered, ${counts.failed} failed; clients had ${counts.answered}, and left ${counts.cut}`,
      `${counts.problems.length}`,
    ],
    ...tabs.map(({ rounds, posts, routes, requests, problems }) => [
      "open tab",
      `${rounds} rounds, ${posts} posts across a swap, ${routes} routes, ${requests} requests`,
      `${problems.length}`,
    ]),
  ];
}

function ms(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
