import { flow } from "../report/flow.ts";
import { clockTime } from "../report/local-time.ts";
import { renderCount } from "../report/render-count.ts";
import { label } from "./label.ts";
import { renderMegabytes } from "./render-megabytes.ts";
import type { View, WholeStatus } from "./status-view.ts";

type Held = WholeStatus["held"][number];

/** The old vectors that pages hold on to and how these are served; then what they cost. */
export function renderHeld({ held, oldPagesMemory }: WholeStatus, view: View): string[] {
  if (held.length === 0) return [];
  const { colors, width } = view;
  const { usedBytes, budgetBytes } = oldPagesMemory;
  const used = `servers for old pages alone take ${renderMegabytes(usedBytes)} of ${renderMegabytes(budgetBytes)}`;
  const isTight = usedBytes > 0.8 * budgetBytes;
  return [
    ...held.flatMap((vector) => renderVector(vector, view)),
    ...flow(label("memory", colors), [isTight ? colors.yellow(used) : used], width),
  ];
}

function renderVector({ vector, pages, releases, until, ...how }: Held, { colors, width }: View): string[] {
  const count = pages > 0 ? renderCount(pages, "page") : "held";
  const facts = [
    `${count} at ${vector}`,
    ...releases.map(colors.dim),
    servedBy(how),
    colors.dim(`until ${clockTime(until)}`),
  ];
  return flow(label("pages", colors), facts, width);
}

function servedBy({ served, by, leavesAt }: Pick<Held, "served" | "by" | "leavesAt">): string {
  switch (served) {
    case "kept":
      return "kept on their own servers";
    case "forwarded":
      return `rolled forward to ${by}`;
    case "leaving":
      return `asked to refresh, served until ${clockTime(leavesAt ?? "")}`;
    default:
      return served satisfies never;
  }
}
