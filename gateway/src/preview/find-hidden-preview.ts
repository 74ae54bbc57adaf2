import type { Preview, Routing } from "@sliceway/protocol";

/**
 * The preview that alone leads to this vector; undefined if everybody may be at it. `dev`: the session of which it shows
 * the work, maybe as it was before the last save.
 */
export function findHiddenPreview(
  routing: Routing | null,
  vector: string,
  dev?: string | undefined,
): string | undefined {
  if (!routing || isPublic(routing, vector)) return undefined;
  const leads = (preview: Preview) => preview.vector === vector || (dev !== undefined && preview.dev === dev);
  return Object.entries(routing.previews).find(([, preview]) => leads(preview))?.[0];
}

function isPublic({ live, canaries, rollback }: Routing, vector: string): boolean {
  return (
    live === vector || [...canaries, ...Object.values(rollback)].some((entry) => entry.vector === vector)
  );
}
