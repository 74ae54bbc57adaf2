import { renderTable } from "@sliceway/cli";
import { type Counts, sumCounts } from "../audit/row.ts";
import type { OutageReport } from "../run/outage.ts";
import type { TrialReport } from "../run/run-trials.ts";

const HEAD = [
  "transport",
  "role",
  "no",
  "where",
  "kills",
  "restarts",
  "missed",
  "lost",
  "doubled",
  "out of order",
];

/** Reports for people. The last line is the sum of all. */
export function renderReports(reports: TrialReport[]): string[] {
  const rows = reports.flatMap(({ transport, rows }) =>
    rows.map(({ role, number, where, kills, restarts, missed, ...counts }) => [
      transport,
      role,
      ...[`${number}`, where],
      ...[kills, restarts, missed, counts.lost, counts.doubled, counts.outOfOrder].map(String),
    ]),
  );
  return [
    ...renderTable([HEAD, ...rows]),
    "",
    ...reports.flatMap(renderSummary),
    renderCounts(sumCounts(reports.map(({ counts }) => counts))),
  ];
}

function renderSummary({ transport, rows, outage, changes, mutations }: TrialReport): string[] {
  const kills = rows.reduce((sum, row) => sum + row.kills, 0);
  return [
    `${transport}: ${rows.length} points, ${kills} kills; ${changes} changes checked, ${mutations} of them mutations`,
    ...(outage ? [`${transport}: ${renderOutage(outage)}`] : []),
  ];
}

function renderOutage({
  carrier,
  downMs,
  writes,
  failed,
  p50,
  p99,
  waiting,
  drainMs,
  ...counts
}: OutageReport & Counts) {
  return [
    `${carrier} down for ${seconds(downMs)}: ${writes} writes, ${failed} failed, p50 ${ms(p50)}, p99 ${ms(p99)}`,
    `${waiting} events waiting, drained in ${seconds(drainMs)}`,
    renderCounts(counts),
  ].join("; ");
}

const renderCounts = ({ lost, doubled, outOfOrder }: Counts) =>
  `lost ${lost}  doubled ${doubled}  out of order ${outOfOrder}`;
const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
const ms = (value: number) => `${value.toFixed(1)} ms`;
