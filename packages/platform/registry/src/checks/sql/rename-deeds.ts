import type { AlterObjectSchemaStmt, RenameStmt } from "libpg-query";
import { adds, cautions, takes } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { nameFrom, tableName } from "./names.ts";

const TABLES = new Set(["OBJECT_TABLE", "OBJECT_VIEW", "OBJECT_MATVIEW", "OBJECT_FOREIGN_TABLE"]);
/** Nothing that code would name, but for ON CONFLICT ON CONSTRAINT. */
const SELDOM_NAMED = new Set([
  "OBJECT_INDEX",
  "OBJECT_TABCONSTRAINT",
  "OBJECT_TRIGGER",
  "OBJECT_RULE",
  "OBJECT_POLICY",
]);

export function renameDeeds({
  renameType = "OBJECT_TABLE",
  relation,
  subname = "",
  newname = "",
  object,
}: RenameStmt): Deed[] {
  const table = relation ? tableName(relation) : "";
  if (renameType === "OBJECT_COLUMN")
    return [
      takes(`renames ${table}.${subname} to ${newname}`, { table, columns: [subname] }),
      adds(`renames ${table}.${subname} to ${newname}`, { table, columns: [newname] }),
    ];
  if (TABLES.has(renameType))
    return [
      takes(`renames ${table} to ${newname}`, { table }),
      adds(`renames ${table} to ${newname}`, { table: newname }),
    ];
  const what = renameType.replace("OBJECT_", "").replace("TABCONSTRAINT", "constraint").toLowerCase();
  const old = subname || table || (object && "List" in object ? nameFrom(object.List.items ?? []) : "");
  const words = `renames the ${what}${old ? ` ${old}` : ""} to ${newname}`;
  if (SELDOM_NAMED.has(renameType))
    return [cautions(words, "See that no release that runs names it.", { table: table || null })];
  return [takes(words, { table: null })];
}

export function moveDeed({ relation, newschema = "" }: AlterObjectSchemaStmt): Deed {
  const table = relation ? tableName(relation) : null;
  return takes(`moves ${table ?? "something"} to the schema ${newschema}`, { table });
}
