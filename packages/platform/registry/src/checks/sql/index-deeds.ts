import type { IndexStmt } from "libpg-query";
import { columnsWithin } from "./constraint-deeds.ts";
import { locks, narrows } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { tableName } from "./names.ts";

const BUILD_BESIDE =
  "Write CREATE INDEX CONCURRENTLY IF NOT EXISTS, in a file of its own: it takes longer and lets writes go on.";

export function createIndexDeeds({ relation, idxname, indexParams, unique, concurrent }: IndexStmt): Deed[] {
  const table = relation ? tableName(relation) : "";
  const index = idxname ? `the index ${idxname}` : "an index";
  return [
    ...(unique
      ? [narrows(`makes ${index} of ${table} unique`, { table, columns: columnsWithin(indexParams) })]
      : []),
    ...(concurrent ? [] : [locks(`builds ${index} on ${table}`, table, BUILD_BESIDE)]),
  ];
}
