import type { RunningInstance, SliceStatus } from "../platform/status.ts";
import { clip } from "../report/clip.ts";
import { clockTime, withClockTimes } from "../report/local-time.ts";
import { renderAge } from "../report/render-age.ts";
import { type Column, renderColumns } from "../report/render-columns.ts";
import { renderMegabytes } from "./render-megabytes.ts";
import { renderRate } from "./render-rate.ts";
import type { View } from "./status-view.ts";

const COLUMNS: Column[] = [
  { head: "slice" },
  { head: "release" },
  { head: "" },
  { head: "age", leave: 5 },
  { head: "by", leave: 4 },
  { head: "server", leave: 2 },
  { head: "pid", leave: 1 },
  { head: "memory", leave: 6 },
  { head: "load", leave: 3 },
  { head: "why" },
];
/** Names of tokens may be long. */
const NAME = 12;

/** A row for each server, and for each release that has none. */
export function renderServers(slices: readonly SliceStatus[], view: View): string[] {
  const rows = slices.flatMap((slice) => rowsOf(slice, view));
  if (rows.length === 0) return [];
  return renderColumns(COLUMNS, rows, { width: view.width, paint: view.colors.dim });
}

function rowsOf(
  { slice, release, since, by, instances, others, rollback }: SliceStatus,
  view: View,
): string[][] {
  const { bold, dim } = view.colors;
  const back = rollback ? `live, ${dim(`back until ${clockTime(rollback.until)}`)}` : "live";
  const age = since ? renderAge((view.now - Date.parse(since)) / 1000) : "";
  const live = { release: release ?? "", age, by: clip(by ?? "", NAME), why: back };
  const rest = others.flatMap((other) =>
    serverRows(
      { release: other.release, age: "", by: "", why: dim(shorten(other.reason)) },
      other.instances,
      view,
    ),
  );
  const rows = [...(release === null ? [] : serverRows(live, instances, view)), ...rest];
  return rows.map((cells, index) => [index === 0 ? bold(slice) : "", ...cells]);
}

/** What is under way by that name is told below. */
function shorten(reason: string): string {
  return withClockTimes(reason.replace(/^(canary|deployment) \S+$/, "$1"));
}

interface RunningRelease {
  release: string;
  age: string;
  by: string;
  why: string;
}

function serverRows(
  { release, age, by, why }: RunningRelease,
  instances: readonly RunningInstance[],
  { colors: { green, yellow, dim } }: View,
): string[][] {
  if (instances.length === 0) return [[release, "", age, by, dim("-"), "", "", "", why]];
  return instances.map(({ state, url, process, requestsPerSecond }, index) => {
    const first = (text: string) => (index === 0 ? text : "");
    return [
      first(release),
      state === "ready" ? green(state) : yellow(state),
      first(age),
      first(by),
      url.replace(/^http:\/\//, ""),
      String(process?.pid ?? ""),
      process?.memoryBytes ? renderMegabytes(process.memoryBytes) : "",
      renderRate(requestsPerSecond),
      first(why),
    ];
  });
}
