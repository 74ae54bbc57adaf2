import { parseEventType, type SliceManifest } from "@sliceway/protocol";

type Seedable = Pick<SliceManifest, "name" | "provides" | "events" | "server">;

/**
 * Slices that have demo data, in the order in which it is loaded: whoever signs people in, then each slice after
 * those whose events it consumes. Slices that consume from one another come in the order of their names.
 */
export function orderSeeds(manifests: readonly Seedable[]): string[] {
  const byName = new Map(manifests.map((manifest) => [manifest.name, manifest]));
  const names = [...byName.keys()].sort();
  const isIdentity = (name: string) => byName.get(name)?.provides.includes("identity") ?? false;
  const ordered = new Set<string>();
  const visited = new Set<string>();

  const visit = (name: string) => {
    const manifest = byName.get(name);
    if (!manifest || visited.has(name)) return;
    visited.add(name);
    sourcesOf(manifest).forEach(visit);
    ordered.add(name);
  };
  [...names.filter(isIdentity), ...names].forEach(visit);
  return [...ordered].filter((name) => byName.get(name)?.server?.seed);
}

/** `posts.PostPublished.v1` comes from `posts`. */
function sourcesOf({ events }: Seedable): string[] {
  return [...new Set(Object.keys(events.consumes).map((type) => parseEventType(type).source))].sort();
}
