import type { Figures } from "@sliceway/protocol";

/** `250 requests, 1 failed (0.4%)` */
export function renderFigures({ requests, failed }: Figures): string {
  const share = failed === 0 ? "" : ` (${((100 * failed) / requests).toFixed(1)}%)`;
  return `${requests} requests, ${failed} failed${share}`;
}
