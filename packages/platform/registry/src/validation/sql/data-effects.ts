import type {
  CallStmt,
  ClusterStmt,
  CreateFunctionStmt,
  DeleteStmt,
  DoStmt,
  LockStmt,
  RefreshMatViewStmt,
  ReindexStmt,
  SelectStmt,
  TruncateStmt,
  UpdateStmt,
} from "libpg-query";
import { locks, opaque, removes, type StatementEffect, warns } from "./effect.ts";
import { find, nameFrom, tableName } from "./tree.ts";

export function truncateEffects({ relations = [] }: TruncateStmt): StatementEffect[] {
  return relations.flatMap((node) => {
    if (!("RangeVar" in node)) return [];
    const table = tableName(node.RangeVar);
    return [removes(`empties ${table}`, { table })];
  });
}

export function updateEffects({ relation, whereClause }: UpdateStmt): StatementEffect[] {
  if (whereClause || !relation) return [];
  const table = tableName(relation);
  const batches = "Fill large tables in batches: each row stays locked until the whole statement is done.";
  return [warns(`rewrites every row of ${table}`, batches, { table })];
}

export function deleteEffects({ relation }: DeleteStmt): StatementEffect[] {
  if (!relation) return [];
  const table = tableName(relation);
  return [warns(`deletes rows of ${table}`, "A rollback does not bring them back.", { table })];
}

/** Reading changes nothing, but a function may do anything. */
export function selectEffects(select: SelectStmt): StatementEffect[] {
  const [call] = find(select, "FuncCall");
  const name = call && Array.isArray(call.funcname) ? nameFrom(call.funcname) : undefined;
  return name === undefined ? [] : [opaque(`calls ${name}()`)];
}

export function lockEffects({ relations = [] }: LockStmt): StatementEffect[] {
  return relations.flatMap((node) => {
    if (!("RangeVar" in node)) return [];
    const table = tableName(node.RangeVar);
    return [locks(`locks ${table}`, table, "Leave the lock out: each statement takes the one it needs.")];
  });
}

export function reindexEffects({ relation, name, params }: ReindexStmt): StatementEffect[] {
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

export function clusterEffects({ relation }: ClusterStmt): StatementEffect[] {
  const table = relation ? tableName(relation) : null;
  return [locks(`rewrites ${table ?? "tables"} in the order of an index`, table, "Leave it out.")];
}

export function refreshEffects({ relation, concurrent }: RefreshMatViewStmt): StatementEffect[] {
  if (concurrent || !relation) return [];
  const view = tableName(relation);
  return [locks(`fills ${view} anew`, view, "Write REFRESH MATERIALIZED VIEW CONCURRENTLY.")];
}

const REMOVING = /\b(drop|rename|truncate|alter)\b/i;

/** A block of code is not read, but one that says DROP is taken at its word. */
export function doEffects(statement: DoStmt): StatementEffect[] {
  const word = bodyOf(statement).match(REMOVING)?.[0].toUpperCase();
  if (!word) return [opaque("runs a DO block")];
  return [removes(`runs a DO block that says ${word}`, { table: null })];
}

export function functionEffects({ funcname = [] }: CreateFunctionStmt): StatementEffect[] {
  return [opaque(`defines the function ${nameFrom(funcname)}()`)];
}

export function callEffects({ funccall }: CallStmt): StatementEffect[] {
  return [opaque(`calls ${nameFrom(funccall?.funcname ?? [])}()`)];
}

function bodyOf(statement: DoStmt): string {
  return find(statement.args, "String")
    .map(({ sval }) => String(sval))
    .join("\n");
}
