import type { Routing } from "@sliceway/protocol";

/** The vectors that routing can send somebody to now. */
export function listReachable({ live, rollback, canaries, previews }: Routing): string[] {
  const ways = [...Object.values(rollback), ...canaries, ...Object.values(previews)];
  const vectors = ways.map(({ vector }) => vector);
  return [...new Set(live === null ? vectors : [live, ...vectors])];
}
