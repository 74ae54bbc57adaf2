import type { EventsStatus } from "../events/read-events-status.ts";
import type { Colors } from "../io.ts";
import { renderAge } from "./render-age.ts";
import { renderTable } from "./render-table.ts";

/** How events flow, for a terminal: a row per slice, then a row per slice and source that it listens to. */
export function renderEventsStatus(found: readonly EventsStatus[], colors: Colors): string[] {
  const { dim } = colors;
  if (found.length === 0)
    return ["No slice with a server is live yet.", "Deploy one: sliceway deploy <slice>"];
  const head = ["slice", "outbox", "oldest", "parked", "dead", ""].map(dim);
  const listening = found.flatMap(({ slice, sources }) => sourceRows(slice, sources, colors));
  const table = renderTable([head, ...found.map((status) => sliceRow(status, colors))]);
  if (listening.length === 0) return table;
  return [...table, "", ...renderTable([["slice", "listens to", "behind", "oldest"].map(dim), ...listening])];
}

function sliceRow(
  { slice, outbox, parked, problem }: EventsStatus,
  { bold, red, yellow, dim }: Colors,
): string[] {
  if (!outbox || !parked) return [bold(slice), dim("-"), dim("-"), dim("-"), dim("-"), red(problem ?? "")];
  const { pending, oldestAgeSeconds } = outbox;
  return [
    bold(slice),
    String(pending),
    pending > 0 ? renderAge(oldestAgeSeconds) : dim("-"),
    parked.parked > 0 ? yellow(String(parked.parked)) : "0",
    parked.dead > 0 ? red(String(parked.dead)) : "0",
    parked.dead > 0 ? `sliceway events dead ${slice}` : "",
  ];
}

function sourceRows(slice: string, sources: EventsStatus["sources"], { bold, dim }: Colors): string[][] {
  return (sources ?? []).map(({ source, events, oldestAgeSeconds }, index) => [
    index === 0 ? bold(slice) : "",
    source,
    String(events),
    events > 0 && oldestAgeSeconds !== null ? renderAge(oldestAgeSeconds) : dim("-"),
  ]);
}
