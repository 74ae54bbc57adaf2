import type { ColumnDef, Constraint } from "libpg-query";
import { referenceDeeds } from "./constraint-deeds.ts";
import { adds, locks, narrows } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { textsOf } from "./names.ts";
import { find } from "./walk.ts";

const FILL_LATER =
  "Add the column without that, then ALTER COLUMN ... SET DEFAULT for new rows, and fill the old rows in batches.";

/** `ALTER TABLE ... ADD COLUMN`: code that does not know the column goes on inserting without it. */
export function addColumnDeeds(table: string, definition: ColumnDef): Deed[] {
  const column = definition.colname ?? "";
  const name = `${table}.${column}`;
  const constraints = constraintsOf(definition);
  const isFilled = isSerial(definition) || constraints.some(fills);
  const isRequired = constraints.some(requires);
  return [
    adds(`adds the column ${name}`, { table, columns: [column] }),
    ...(isRequired && !isFilled
      ? [narrows(`adds the column ${name}, which is NOT NULL and has no default`, { table })]
      : []),
    ...(isSerial(definition) || constraints.some(rewrites)
      ? [locks(`adds the column ${name} and works it out for every row`, table, FILL_LATER)]
      : []),
    ...constraints.flatMap((constraint) => referenceDeeds(table, constraint)),
  ];
}

function constraintsOf({ constraints = [] }: ColumnDef): Constraint[] {
  return constraints.flatMap((node) => ("Constraint" in node ? [node.Constraint] : []));
}

function isSerial({ typeName }: ColumnDef): boolean {
  return textsOf(typeName?.names).some((name) => /^(small|big)?serial\d?$/.test(name));
}

function fills({ contype, raw_expr }: Constraint): boolean {
  if (contype === "CONSTR_DEFAULT") return !isNull(raw_expr);
  return contype === "CONSTR_IDENTITY" || contype === "CONSTR_GENERATED";
}

function requires({ contype }: Constraint): boolean {
  return contype === "CONSTR_NOTNULL" || contype === "CONSTR_PRIMARY";
}

/** A constant default costs nothing; one that differs from row to row is written into every row at once. */
function rewrites({ contype, raw_expr, generated_kind }: Constraint): boolean {
  if (contype === "CONSTR_UNIQUE" || contype === "CONSTR_PRIMARY" || contype === "CONSTR_IDENTITY")
    return true;
  if (contype === "CONSTR_GENERATED") return generated_kind !== "v";
  return contype === "CONSTR_DEFAULT" && find(raw_expr, "FuncCall").some((call) => !isNow(call));
}

function isNow({ funcname }: Record<string, unknown>): boolean {
  return find(funcname, "String").some(({ sval }) => sval === "now");
}

function isNull(expression: unknown): boolean {
  return find([expression], "A_Const").some(({ isnull }) => isnull === true);
}
