import type { RequestContext } from "@sliceway/subgraph-kit";
import type { PublishedEvents } from "./contract.events.ts";
import type { Tables } from "./db/tables.ts";
import { createLoaders, type Loaders } from "./loaders.ts";

/** What a resolver or operation of friends is given. */
export interface Context extends RequestContext<Tables, PublishedEvents> {
  loaders: Loaders;
}

export function createContext(request: RequestContext<Tables, PublishedEvents>): Context {
  return { ...request, loaders: createLoaders(request.db, request.viewer) };
}
