import type { SwapReport } from "@sliceway/manifest";

/** `1204 requests answered by the old vector, 37 by the new one, 0 failed; pages hold on to 1 old vector` */
export function renderSwap({ old, new: next, pinned }: SwapReport): string {
  const failed = old.failed + next.failed;
  const held = `pages hold on to ${pinned.length} old vector${pinned.length === 1 ? "" : "s"}`;
  return `${old.requests} requests answered by the old vector, ${next.requests} by the new one, ${failed} failed; ${held}`;
}
