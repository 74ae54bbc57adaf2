import type { FeedsEvents } from "@sliceway/feeds-contract";
import type { SliceDefinition } from "@sliceway/subgraph-kit";
import type { Context } from "./context.ts";
import type { Tables } from "./db/tables.ts";
import { reactions } from "./reactions/reactions.ts";
import { resolvers } from "./resolvers/resolvers.ts";

/** All that makes a slice server this one. */
export const slice: SliceDefinition<Tables, FeedsEvents, Context> = {
  resolvers,
  createContext: (request) => request,
  reactions,
};
