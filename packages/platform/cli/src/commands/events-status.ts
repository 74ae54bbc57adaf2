import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { type EventsStatus, readEventsStatus } from "../events/read-events-status.ts";
import type { Colors, Io } from "../io.ts";
import { renderAge } from "../report/render-age.ts";
import { renderTable } from "../report/render-table.ts";

export function addEventsStatus(events: Command, io: Io): void {
  events
    .command("status")
    .description("Show what waits: in each outbox, for each consumer, and what failed.")
    .option("--json", "print one JSON object, described in packages/platform/cli/README.md", false)
    .action(async (options: { json: boolean }) => eventsStatus(await openContext(io), options));
}

/** Says what waits in each outbox and for each consumer, and what failed. Throws SlicewayError `NOT_RUNNING`. */
async function eventsStatus(context: Context, { json }: { json: boolean }): Promise<void> {
  const { io } = context;
  const slices = await readEventsStatus(context);
  if (json) io.print(JSON.stringify({ slices }, null, 2));
  else for (const line of renderEventsStatus(slices, io.colors)) io.print(line);
}

/** How events flow, for a terminal: a row per slice, then a row per slice and source that it listens to. */
function renderEventsStatus(found: readonly EventsStatus[], colors: Colors): string[] {
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
