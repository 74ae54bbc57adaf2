import type { Colors } from "../io.ts";
import type { Change, Live } from "../platform/live.ts";

/** What is live after a change: the vector, and each slice that changed. */
export function renderLive({ routing }: Live, changes: Change[], colors: Colors): string[] {
  const { bold, dim } = colors;
  return [
    `live  ${bold(routing.live ?? "nothing")}  ${dim(`revision ${routing.revision}`)}`,
    ...changes.map(({ slice, from, to }) => {
      const before = from ? dim(`  was ${slice}@${from}`) : "";
      return `      ${bold(to ? `${slice}@${to}` : `no ${slice}`)}${before}`;
    }),
  ];
}
