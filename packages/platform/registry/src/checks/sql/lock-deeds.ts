import type { ClusterStmt, LockStmt, RefreshMatViewStmt, ReindexStmt } from "libpg-query";
import { locks } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { tableName } from "./names.ts";
import { find } from "./walk.ts";

export function lockDeeds({ relations = [] }: LockStmt): Deed[] {
  return relations.flatMap((node) => {
    if (!("RangeVar" in node)) return [];
    const table = tableName(node.RangeVar);
    return [locks(`locks ${table}`, table, "Leave the lock out: each statement takes the one it needs.")];
  });
}

export function reindexDeeds({ relation, name, params }: ReindexStmt): Deed[] {
  if (find(params, "DefElem").some(({ defname }) => defname === "concurrently")) return [];
  const what = relation ? tableName(relation) : (name ?? "the database");
  return [
    locks(
      `builds the indexes of ${what} anew`,
      null,
      "Write REINDEX ... CONCURRENTLY, in a file of its own.",
    ),
  ];
}

export function clusterDeeds({ relation }: ClusterStmt): Deed[] {
  const table = relation ? tableName(relation) : null;
  return [locks(`rewrites ${table ?? "tables"} in the order of an index`, table, "Leave it out.")];
}

export function refreshDeeds({ relation, concurrent }: RefreshMatViewStmt): Deed[] {
  if (concurrent || !relation) return [];
  const view = tableName(relation);
  return [locks(`fills ${view} anew`, view, "Write REFRESH MATERIALIZED VIEW CONCURRENTLY.")];
}
