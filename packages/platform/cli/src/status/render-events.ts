import type { EventsStatus } from "../events/read-events-status.ts";
import { flow } from "../report/flow.ts";
import { inOneLine } from "../report/in-one-line.ts";
import { renderAge } from "../report/render-age.ts";
import { renderCount } from "../report/render-count.ts";
import { label } from "./label.ts";
import type { View, WholeStatus } from "./status-view.ts";

/** What is behind: outboxes that are not empty, consumers that have not read all, databases that do not say. */
export function renderEvents(events: readonly EventsStatus[], { colors, width }: View): string[] {
  if (events.length === 0) return [];
  const behind = events.flatMap((status) => listBehind(status, colors));
  return flow(label("events", colors), behind.length > 0 ? behind : [colors.dim("nobody is behind")], width);
}

function listBehind(
  { slice, outbox, parked, sources, problem }: EventsStatus,
  colors: View["colors"],
): string[] {
  if (problem !== null) return [colors.red(`${slice}: ${inOneLine(problem)}`)];
  const waiting =
    outbox && outbox.pending > 0
      ? [`${slice} has ${outbox.pending} to tell${ageOf(outbox.oldestAgeSeconds)}`]
      : [];
  const lagging = (sources ?? [])
    .filter((source) => source.events > 0)
    .map(
      ({ source, events, oldestAgeSeconds }) =>
        `${slice} is ${events} behind ${source}${ageOf(oldestAgeSeconds)}`,
    );
  const retried = parked ? parked.parked - parked.dead : 0;
  return [
    ...waiting,
    ...lagging,
    ...(retried > 0 ? [`${slice} tries ${renderCount(retried, "event")} again`] : []),
  ];
}

function ageOf(seconds: number | null): string {
  return seconds === null ? "" : ` (${renderAge(seconds)})`;
}

/** Events that failed for good. */
export function renderDead(deadLetters: WholeStatus["deadLetters"], { colors, width }: View): string[] {
  const slices = Object.keys(deadLetters);
  if (slices.length === 0) return [];
  const count = Object.values(deadLetters).reduce((sum, some) => sum + some, 0);
  const where = slices.length === 1 ? ` ${slices[0]}` : "";
  const letters = `${renderCount(count, "dead letter")} in ${slices.join(", ")}`;
  return flow(label("dead", colors), [colors.red(letters), `sliceway events dead${where}`], width);
}
