import type { RequestContext } from "@sliceway/subgraph-kit";
import type { Tables } from "./db/tables.ts";

/** What a resolver or operation of feeds is given. */
export type Context = RequestContext<Tables>;
