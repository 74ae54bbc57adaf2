import { flow } from "../report/flow.ts";
import { localTime } from "../report/local-time.ts";
import type { Sight } from "./follow-status.ts";
import { renderStatus } from "./render-status.ts";
import type { View } from "./status-view.ts";

/** What is known now, or what was known when the registry went away. */
export function renderSight({ status, awaySince }: Sight, view: View): string[] {
  const lines = status ? renderStatus(status, view) : [];
  if (!awaySince) return lines;
  const since = localTime(awaySince.toISOString());
  const away = `No word from the registry since ${since}; waiting for it.`;
  const known = status ? "This is what was known then:" : "";
  const said = flow("", [away, known].filter(Boolean).map(view.colors.yellow), view.width);
  return [...said, ...(lines.length > 0 ? ["", ...lines] : [])];
}
