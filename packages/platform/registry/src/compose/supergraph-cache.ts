import { createHash } from "node:crypto";
import type { Release } from "@sliceway/protocol";
import { LRUCache } from "lru-cache";
import { composeSupergraph } from "./supergraph.ts";

const KEPT = 8;

export type ComposeSupergraph = typeof composeSupergraph;

/** Composes each set of schemas once: most releases change no schema. Keeps the last few results. */
export function createSupergraphCache(compose: ComposeSupergraph = composeSupergraph): ComposeSupergraph {
  const kept = new LRUCache<string, ReturnType<ComposeSupergraph>>({ max: KEPT });
  return (releases) => {
    const key = schemasKey(releases);
    const result = kept.get(key) ?? compose(releases);
    // A refusal names releases, so it is good for these releases only.
    if (result.ok) kept.set(key, result);
    return result;
  };
}

function schemasKey(releases: readonly Release[]): string {
  const schemas = releases.map((release) => [release.slice, release.schema ?? null]);
  return createHash("sha256").update(JSON.stringify(schemas)).digest("hex");
}
