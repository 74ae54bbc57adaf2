import type { Resolvers } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { Entry } from "./Entry.ts";
import { Mutation } from "./Mutation.ts";
import { Query } from "./Query.ts";

export const resolvers: Resolvers<Context> = { Query, Mutation, SliceNameEntry: Entry };
