import type { SliceDefinition } from "@sliceway/subgraph-kit";
import { type Context, createContext } from "./context.ts";
import { type PublishedEvents, publishes } from "./contract.events.ts";
import type { Tables } from "./db/tables.ts";
import { resolvers } from "./resolvers/resolvers.ts";

/** All that makes a slice server this one. */
export const slice: SliceDefinition<Tables, PublishedEvents, Context> = {
  publishes,
  resolvers,
  createContext,
};
