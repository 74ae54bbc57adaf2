import type { Figures } from "@sliceway/protocol";
import type { CanaryStatus } from "../platform/status.ts";
import { flow } from "../report/flow.ts";
import { renderAge } from "../report/render-age.ts";
import { renderFigures } from "../report/render-figures.ts";
import { renderMs } from "../report/render-ms.ts";
import { INDENT, label } from "./label.ts";
import type { View } from "./status-view.ts";

/** A canary: its share, what was seen of it beside what is live, and what it waits for. */
export function renderCanary(canary: CanaryStatus, view: View): string[] {
  const { colors, width, now } = view;
  const { releases, percent, since, by } = canary;
  const share = `${colors.yellow(`${percent}%`)} of the visitors for ${renderAge((now - Date.parse(since)) / 1000)}`;
  return [
    ...flow(
      label("canary", colors),
      [...releases, share, renderPlan(canary, view), colors.dim(`by ${by}`)],
      width,
    ),
    ...flow(INDENT, [seen("", canary.canary), colors.dim(seen("live: ", canary.live))], width),
    ...flow(INDENT, [colors.dim(whatFor(canary, now))], width),
  ];
}

/** `1 → [10] → 50 → 100` */
function renderPlan({ steps, percent }: CanaryStatus, { colors: { bold, dim } }: View): string {
  return steps.map((step) => (step === percent ? bold(`[${step}]`) : dim(String(step)))).join(dim(" → "));
}

function seen(whose: string, figures: Figures): string {
  const p95 = figures.p95Ms === null ? "" : `, p95 ${figures.p95Ms} ms`;
  return `${whose}${renderFigures(figures)}${p95}`;
}

function whatFor({ next, canary, samples, stepMinutes, since, releases }: CanaryStatus, now: number): string {
  if (next === null) return `stays until: sliceway promote ${releases[0]?.split("@")[0]}`;
  const missing = samples - canary.requests;
  if (missing <= 0) return `then ${next}%`;
  const leftMs = Date.parse(since) + stepMinutes * 60_000 - now;
  const patience =
    leftMs > 0 ? `, or in ${renderMs(leftMs)} if none fails` : ", or as soon as none has failed";
  return `then ${next}%, after ${missing} more of ${samples} requests${patience}`;
}
