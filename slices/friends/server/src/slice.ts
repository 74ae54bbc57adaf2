import type { FriendsEvents } from "@sliceway/friends-contract";
import type { SliceDefinition } from "@sliceway/subgraph-kit";
import { type Context, createContext } from "./context.ts";
import type { Tables } from "./db/tables.ts";
import { whenPersonChanged } from "./reactions/when-person-changed.ts";
import { resolvers } from "./resolvers/resolvers.ts";
import { seed } from "./seed.ts";

/** All that makes a slice server this one. */
export const slice: SliceDefinition<Tables, FriendsEvents, Context> = {
  resolvers,
  createContext,
  reactions: {
    "login.UserSignedUp.v1": whenPersonChanged,
    "login.ProfileUpdated.v1": whenPersonChanged,
  },
  seed,
};
