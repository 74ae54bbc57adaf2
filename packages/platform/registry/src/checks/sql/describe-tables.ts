import type { Node } from "libpg-query";
import { tableName, textsOf } from "./names.ts";
import { parseStatements } from "./parse-statements.ts";

/** Tables and views that a schema creates, each with its columns in their order. Throws SqlUnreadable. */
export function describeTables(sql: string): Record<string, string[]> {
  return Object.fromEntries(parseStatements(sql).flatMap(({ node }) => describe(node)));
}

function describe(node: Node): [table: string, columns: string[]][] {
  if ("CreateStmt" in node) {
    const { relation, tableElts = [] } = node.CreateStmt;
    const columns = tableElts.flatMap((part) => ("ColumnDef" in part ? [part.ColumnDef.colname ?? ""] : []));
    return relation ? [[tableName(relation), columns]] : [];
  }
  if ("ViewStmt" in node) {
    const { view, aliases } = node.ViewStmt;
    return view ? [[tableName(view), textsOf(aliases)]] : [];
  }
  if ("CreateTableAsStmt" in node) {
    const { into } = node.CreateTableAsStmt;
    return into?.rel ? [[tableName(into.rel), textsOf(into.colNames)]] : [];
  }
  return [];
}
