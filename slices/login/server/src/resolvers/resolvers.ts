import type { Resolvers } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { Mutation } from "./Mutation.ts";
import { Query } from "./Query.ts";
import { User } from "./User.ts";

export const resolvers: Resolvers<Context> = { Query, Mutation, User };
