import type { PreviewStatus } from "../platform/status.ts";
import { flow } from "../report/flow.ts";
import { clockTime } from "../report/local-time.ts";
import { renderAge } from "../report/render-age.ts";
import { label } from "./label.ts";
import type { View } from "./status-view.ts";

/** A preview, and when it ends. */
export function renderPreview({ name, releases, until, isolated }: PreviewStatus, view: View): string[] {
  const { colors, width, now } = view;
  const left = `${renderAge(Math.max(0, Date.parse(until) - now) / 1000)} left`;
  const apart = isolated.length > 0 ? colors.dim(`own database: ${isolated.join(" ")}`) : "";
  const facts = [name, ...releases, `until ${clockTime(until)}, ${left}`, apart];
  return flow(label("preview", colors), facts, width);
}
