import { renderTable } from "@sliceway/cli";
import type { PagesReport } from "./run-pages-trial.ts";
import type { Fate, Servers, Survey } from "./survey.ts";

const HEADER = [
  "deployed",
  "tabs",
  "live, way back",
  "kept",
  "rolled forward",
  "asked to refresh",
  "servers",
  "for old pages",
  "until refreshed",
];

/** What became of the tabs, for people. The last line is `failed` and its number. */
export function renderPages({ rows, peak, budgetBytes, problems, failed }: PagesReport): string[] {
  const budget = megabytes(budgetBytes);
  return [
    ...renderTable([HEADER, ...rows.map(rowOf)]),
    "",
    `The budget for old pages is ${budget}. At most ${peak.servers} servers ran, and ${megabytes(peak.pageBytes)} for old`,
    "pages, while one release took over from another or pages had time to refresh.",
    ...problems,
    "",
    `failed ${failed}`,
  ];
}

function rowOf({ what, fates, servers, forPages, untilRefreshed }: Survey & { what: string }): string[] {
  const count = (fate: Fate) => `${fates.filter((one) => one === fate).length}`;
  return [
    what,
    `${fates.length}`,
    count("reachable"),
    count("kept"),
    count("forwarded"),
    count("asked to refresh"),
    `${servers}`,
    size(forPages),
    size(untilRefreshed),
  ];
}

function size({ count, bytes }: Servers): string {
  return count === 0 ? "-" : `${count}, ${megabytes(bytes)}`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
