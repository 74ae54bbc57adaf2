import type { Resolvers } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { Query } from "./Query.ts";

export const resolvers: Resolvers<Context> = { Query };
