import type { PostsEvents } from "@sliceway/posts-contract";
import type { SliceDefinition } from "@sliceway/subgraph-kit";
import { type Context, createContext } from "./context.ts";
import type { Tables } from "./db/tables.ts";
import { resolvers } from "./resolvers/resolvers.ts";
import { seed } from "./seed.ts";

/** All that makes a slice server this one. */
export const slice: SliceDefinition<Tables, PostsEvents, Context> = { resolvers, createContext, seed };
