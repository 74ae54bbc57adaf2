import type {
  AlterDomainStmt,
  AlterEnumStmt,
  AlterObjectSchemaStmt,
  DropStmt,
  Node,
  RenameStmt,
} from "libpg-query";
import { adds, narrows, removes, type StatementEffect, warns } from "./effect.ts";
import { find, nameFrom, tableName } from "./tree.ts";

const TABLES: Record<string, string> = {
  OBJECT_TABLE: "table",
  OBJECT_VIEW: "view",
  OBJECT_MATVIEW: "materialized view",
  OBJECT_FOREIGN_TABLE: "foreign table",
};
/** Code may name these, and which table they serve is not in the text. */
const NAMED: Record<string, string> = {
  OBJECT_TYPE: "type",
  OBJECT_DOMAIN: "domain",
  OBJECT_SCHEMA: "schema",
  OBJECT_SEQUENCE: "sequence",
  OBJECT_FUNCTION: "function",
  OBJECT_PROCEDURE: "procedure",
  OBJECT_ROUTINE: "routine",
  OBJECT_AGGREGATE: "aggregate",
  OBJECT_OPERATOR: "operator",
  OBJECT_EXTENSION: "extension",
  OBJECT_COLLATION: "collation",
  OBJECT_CAST: "cast",
};

export function dropEffects({
  removeType = "OBJECT_TABLE",
  objects = [],
  behavior,
}: DropStmt): StatementEffect[] {
  const cascade = behavior === "DROP_CASCADE" ? ", and with it whatever depends on it" : "";
  return objects.map((object) => {
    const name = nameOf(object);
    const table = TABLES[removeType];
    if (table) return removes(`drops the ${table} ${name}${cascade}`, { table: cascade ? null : name });
    const named = NAMED[removeType];
    if (named) return removes(`drops the ${named} ${name}${cascade}`, { table: null });
    const what = removeType.replace("OBJECT_", "").toLowerCase();
    return warns(`drops the ${what} ${name}`, WATCH[removeType] ?? LOOK);
  });
}

const LOOK = "See that no release that runs relies on it.";
const WATCH: Record<string, string> = {
  OBJECT_INDEX:
    "See that no release that runs says ON CONFLICT on it, and that no query needs it to be fast.",
};

/** Names come as a list, a type or a function with arguments. */
function nameOf(object: Node): string {
  if ("List" in object) return nameFrom(object.List.items ?? []);
  if ("String" in object) return object.String.sval ?? "";
  if ("TypeName" in object) return nameFrom(object.TypeName.names ?? []);
  if ("ObjectWithArgs" in object) return nameFrom(object.ObjectWithArgs.objname ?? []);
  return find(object, "String")
    .map(({ sval }) => String(sval))
    .join(".");
}

/** Nothing that code would name, but for ON CONFLICT ON CONSTRAINT. */
const SELDOM_NAMED = new Set([
  "OBJECT_INDEX",
  "OBJECT_TABCONSTRAINT",
  "OBJECT_TRIGGER",
  "OBJECT_RULE",
  "OBJECT_POLICY",
]);

export function renameEffects({
  renameType = "OBJECT_TABLE",
  relation,
  subname = "",
  newname = "",
  object,
}: RenameStmt): StatementEffect[] {
  const table = relation ? tableName(relation) : "";
  if (renameType === "OBJECT_COLUMN")
    return [
      removes(`renames ${table}.${subname} to ${newname}`, { table, columns: [subname] }),
      adds(`renames ${table}.${subname} to ${newname}`, { table, columns: [newname] }),
    ];
  if (renameType in TABLES)
    return [
      removes(`renames ${table} to ${newname}`, { table }),
      adds(`renames ${table} to ${newname}`, { table: newname }),
    ];
  const what = renameType.replace("OBJECT_", "").replace("TABCONSTRAINT", "constraint").toLowerCase();
  const old = subname || table || (object && "List" in object ? nameFrom(object.List.items ?? []) : "");
  const words = `renames the ${what}${old ? ` ${old}` : ""} to ${newname}`;
  if (SELDOM_NAMED.has(renameType))
    return [warns(words, "See that no release that runs names it.", { table: table || null })];
  return [removes(words, { table: null })];
}

export function moveEffect({ relation, newschema = "" }: AlterObjectSchemaStmt): StatementEffect {
  const table = relation ? tableName(relation) : null;
  return removes(`moves ${table ?? "something"} to the schema ${newschema}`, { table });
}

/** Which columns are of the type is not in the text, so it could be any. */
export function alterEnumEffects({ typeName = [], oldVal, newVal }: AlterEnumStmt): StatementEffect[] {
  const type = nameFrom(typeName);
  if (oldVal) return [removes(`renames the value ${oldVal} of the type ${type}`, { table: null })];
  return [
    warns(
      `adds the value ${newVal} to the type ${type}`,
      "Write it only once every release that runs can read it: release the readers first.",
    ),
  ];
}

/** `subtype`: T default, N drop NOT NULL, O set NOT NULL, C add constraint, X drop constraint, V validate. */
export function alterDomainEffects({ typeName = [], subtype, def }: AlterDomainStmt): StatementEffect[] {
  const isNarrower = subtype === "O" || subtype === "C" || (subtype === "T" && !def);
  return isNarrower ? [narrows(`narrows the domain ${nameFrom(typeName)}`, { table: null })] : [];
}
