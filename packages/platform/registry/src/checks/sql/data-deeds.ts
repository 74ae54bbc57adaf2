import type { DeleteStmt, SelectStmt, TruncateStmt, UpdateStmt } from "libpg-query";
import { cautions, hides, takes } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { nameFrom, tableName } from "./names.ts";
import { find } from "./walk.ts";

export function truncateDeeds({ relations = [] }: TruncateStmt): Deed[] {
  return relations.flatMap((node) => {
    if (!("RangeVar" in node)) return [];
    const table = tableName(node.RangeVar);
    return [takes(`empties ${table}`, { table })];
  });
}

export function updateDeeds({ relation, whereClause }: UpdateStmt): Deed[] {
  if (whereClause || !relation) return [];
  const table = tableName(relation);
  const batches = "Fill large tables in batches: each row stays locked until the whole statement is done.";
  return [cautions(`rewrites every row of ${table}`, batches, { table })];
}

export function deleteDeeds({ relation }: DeleteStmt): Deed[] {
  if (!relation) return [];
  const table = tableName(relation);
  return [cautions(`deletes rows of ${table}`, "A rollback does not bring them back.", { table })];
}

/** Reading changes nothing, but a function may do anything. */
export function selectDeeds(select: SelectStmt): Deed[] {
  const [call] = find(select, "FuncCall");
  const name = call && Array.isArray(call.funcname) ? nameFrom(call.funcname) : undefined;
  return name === undefined ? [] : [hides(`calls ${name}()`)];
}
