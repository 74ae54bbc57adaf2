import type { Routing } from "@sliceway/manifest";

/** The preview that alone leads to this vector; undefined if everybody may be at it. */
export function findHiddenPreview(routing: Routing | null, vector: string): string | undefined {
  if (!routing || isPublic(routing, vector)) return undefined;
  return Object.entries(routing.previews).find(([, preview]) => preview.vector === vector)?.[0];
}

function isPublic({ live, canaries, rollback }: Routing, vector: string): boolean {
  return live === vector || [...canaries, ...Object.values(rollback)].some((way) => way.vector === vector);
}
