import type { Routing } from "@sliceway/protocol";

/** Those of the releases (slice to id) that must not run any more, as `slice@id`. */
export function listRevoked({ revoked }: Routing, releases: Record<string, string>): string[] {
  return Object.entries(releases)
    .map(([slice, id]) => `${slice}@${id}`)
    .filter((ref) => revoked.includes(ref));
}
