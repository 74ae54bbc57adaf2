import type { ApolloCache } from "@apollo/client";
import { InMemoryCache } from "@apollo/client";
import { metaOf } from "../documents/typed-document.ts";
import { connectionPolicy } from "./connection-policy.ts";

const prepared = new WeakMap<ApolloCache, Set<string>>();

/** Teaches the cache the connections and abstract types of a document, before the document is first written or read. */
export function prepareCache(cache: ApolloCache, document: object): void {
  if (!(cache instanceof InMemoryCache)) return;
  const known = prepared.get(cache) ?? new Set();
  prepared.set(cache, known);
  const { connections, possibleTypes } = metaOf(document);
  cache.policies.addPossibleTypes(possibleTypes);
  for (const [coordinate, keyArgs] of Object.entries(connections)) {
    if (known.has(coordinate)) continue;
    known.add(coordinate);
    const [type = "", field = ""] = coordinate.split(".");
    cache.policies.addTypePolicies({ [type]: { fields: { [field]: connectionPolicy(keyArgs) } } });
  }
}
