import type { SliceDefinition } from "@sliceway/subgraph-kit";
import type { Tables } from "./db/tables.ts";
import { reactions } from "./reactions/reactions.ts";
import { resolvers } from "./resolvers/resolvers.ts";

/** All that makes a slice server this one. */
export const slice: SliceDefinition<Tables> = {
  resolvers,
  createContext: (request) => request,
  reactions,
};
