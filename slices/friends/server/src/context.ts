import type { FriendsEvents } from "@sliceway/friends-contract";
import type { RequestContext } from "@sliceway/subgraph-kit";
import type { Tables } from "./db/tables.ts";
import { createLoaders, type Loaders } from "./loaders.ts";

/** What a resolver or operation of friends is given. */
export interface Context extends RequestContext<Tables, FriendsEvents> {
  loaders: Loaders;
}

export function createContext(request: RequestContext<Tables, FriendsEvents>): Context {
  return { ...request, loaders: createLoaders(request.db, request.viewer) };
}
