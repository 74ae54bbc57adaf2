import type { PageArgs } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { searchPeople } from "../operations/search-people.ts";

export const Query = {
  searchPeople: (_: unknown, args: PageArgs & { text: string }, context: Context) =>
    searchPeople(context, args),
};
