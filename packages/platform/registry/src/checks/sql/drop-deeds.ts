import type { DropStmt, Node } from "libpg-query";
import { cautions, takes } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { nameFrom } from "./names.ts";
import { find } from "./walk.ts";

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

export function dropDeeds({ removeType = "OBJECT_TABLE", objects = [], behavior }: DropStmt): Deed[] {
  const cascade = behavior === "DROP_CASCADE" ? ", and with it whatever depends on it" : "";
  return objects.map((object) => {
    const name = nameOf(object);
    const table = TABLES[removeType];
    if (table) return takes(`drops the ${table} ${name}${cascade}`, { table: cascade ? null : name });
    const named = NAMED[removeType];
    if (named) return takes(`drops the ${named} ${name}${cascade}`, { table: null });
    const what = removeType.replace("OBJECT_", "").toLowerCase();
    return cautions(`drops the ${what} ${name}`, WATCH[removeType] ?? LOOK);
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
