import type { Colors } from "../io.ts";
import type { RunningInstance, SliceStatus, Status } from "../platform/read-status.ts";
import { localTime, withLocalTimes } from "./local-time.ts";
import { renderTable } from "./render-table.ts";

/** The status for a terminal: what is live, then a table of slices. */
export function renderStatus(status: Status, colors: Colors): string[] {
  const { bold, dim } = colors;
  if (status.live === null)
    return [`Nothing is live yet at ${status.gatewayUrl}.`, "Deploy: sliceway deploy <slice>"];
  const since = status.since ? `since ${localTime(status.since)}` : "";
  const cause = status.cause ? `(${status.cause})` : "";
  const head = ["slice", "release", "", "server", "pid", "memory", "why"].map(dim);
  return [
    `live  ${bold(status.live)}  ${dim([`revision ${status.revision}`, since, cause].filter(Boolean).join("  "))}`,
    `at    ${status.gatewayUrl}`,
    "",
    ...renderTable([head, ...status.slices.flatMap((slice) => rowsOf(slice, colors))]),
  ];
}

function rowsOf({ slice, release, instances, others, rollback }: SliceStatus, colors: Colors): string[][] {
  const back = rollback
    ? `live, ${colors.dim(`can be rolled back until ${localTime(rollback.until)}`)}`
    : "live";
  const live = release === null ? [] : serverRows(release, instances, back, colors);
  const rest = others.flatMap((other) =>
    serverRows(other.release, other.instances, colors.dim(withLocalTimes(other.reason)), colors),
  );
  return [...live, ...rest].map((cells, index) => [index === 0 ? colors.bold(slice) : "", ...cells]);
}

/** One row per server; a release without any has one too. */
function serverRows(release: string, instances: RunningInstance[], why: string, colors: Colors): string[][] {
  if (instances.length === 0) return [[release, "", colors.dim("-"), "", "", why]];
  return instances.map(({ state, url, process }, index) => [
    index === 0 ? release : "",
    state === "ready" ? colors.green(state) : colors.yellow(state),
    url,
    String(process?.pid ?? ""),
    process?.memoryBytes ? `${Math.round(process.memoryBytes / 2 ** 20)} MB` : "",
    index === 0 ? why : "",
  ]);
}
