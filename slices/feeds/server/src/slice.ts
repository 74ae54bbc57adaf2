import type { SliceDefinition } from "@sliceway/subgraph-kit";
import type { Context } from "./context.ts";
import type { Tables } from "./db/tables.ts";
import { reactions } from "./reactions/reactions.ts";
import { Query } from "./resolvers/Query.ts";

/** All that makes a slice server this one. */
export const slice: SliceDefinition<Tables, Record<never, never>, Context> = {
  resolvers: { Query },
  createContext: (request) => request,
  reactions,
};
