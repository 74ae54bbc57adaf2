import type { RequestContext } from "@sliceway/subgraph-kit";
import type { PublishedEvents } from "./contract.events.ts";
import type { Tables } from "./db/tables.ts";

/** What a resolver or operation is given. Loaders go here, once something is asked for many times. */
export type Context = RequestContext<Tables, PublishedEvents>;

export function createContext(request: Context): Context {
  return request;
}
