import type { RequestContext } from "@sliceway/subgraph-kit";
import type { Tables } from "./db/tables.ts";

export type Context = RequestContext<Tables>;
