import type { SwapReport } from "@sliceway/protocol";
import { renderCount } from "./render-count.ts";

/** `1204 requests answered by the old vector, 37 by the new one, 0 failed; 3 pages still at 1 old vector` */
export function renderSwap({ old, new: next, pinned, pages }: SwapReport): string {
  const failed = old.failed + next.failed;
  const held = `${renderCount(pages, "page")} still at ${renderCount(pinned.length, "old vector")}`;
  return `${old.requests} requests answered by the old vector, ${next.requests} by the new one, ${failed} failed; ${held}`;
}
