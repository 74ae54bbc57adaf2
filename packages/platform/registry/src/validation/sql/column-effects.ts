import type { ColumnDef, Constraint, IndexStmt } from "libpg-query";
import { adds, locks, narrows, type StatementEffect, warns } from "./effect.ts";
import { find, tableName, textsOf } from "./tree.ts";

const FILL_LATER =
  "Add the column without that, then ALTER COLUMN ... SET DEFAULT for new rows, and fill the old rows in batches.";

/** `ALTER TABLE ... ADD COLUMN`: code that does not know the column goes on inserting without it. */
export function addColumnEffects(table: string, definition: ColumnDef): StatementEffect[] {
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
    ...constraints.flatMap((constraint) => referenceEffects(table, constraint)),
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

const VALIDATE_LATER =
  "Add it NOT VALID, and say VALIDATE CONSTRAINT in a migration of its own: that one lets writes go on.";
const BUILD_FIRST =
  "Build the index with CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS in a file of its own, then ADD CONSTRAINT ... USING INDEX.";

/** `ALTER TABLE ... ADD CONSTRAINT`: what was written before may be refused from then on. */
export function addConstraintEffects(table: string, constraint: Constraint): StatementEffect[] {
  const { contype, indexname, skip_validation: later } = constraint;
  const columns = columnsOf(constraint);
  const words = `adds ${kindOf(constraint)} to ${table}`;
  const isIndex =
    contype === "CONSTR_UNIQUE" || contype === "CONSTR_PRIMARY" || contype === "CONSTR_EXCLUSION";
  const isLong = isIndex ? indexname === undefined : !later;
  return [
    narrows(words, { table, columns }),
    ...(isLong ? [locks(words, table, isIndex ? BUILD_FIRST : VALIDATE_LATER)] : []),
    ...referenceEffects(table, constraint),
  ];
}

/** A foreign key that forbids deleting: code that knows nothing of the referring table runs into it. */
export function referenceEffects(
  table: string,
  { contype, pktable, fk_del_action: action }: Constraint,
): StatementEffect[] {
  if (contype !== "CONSTR_FOREIGN" || !pktable || (action !== "a" && action !== "r")) return [];
  const target = tableName(pktable);
  if (target === table) return [];
  return [
    warns(
      `lets nobody delete rows of ${target} that ${table} refers to`,
      "Say ON DELETE CASCADE or ON DELETE SET NULL if older releases delete such rows.",
      { table: target },
    ),
  ];
}

function columnsOf({ keys, fk_attrs, raw_expr, exclusions }: Constraint): string[] {
  const named = [...textsOf(keys), ...textsOf(fk_attrs)];
  return [...new Set([...named, ...columnsWithin([raw_expr, exclusions])])];
}

/** The columns that an expression reads. */
export function columnsWithin(expression: unknown): string[] {
  const elements = find(expression, "IndexElem").flatMap(({ name }) =>
    typeof name === "string" ? [name] : [],
  );
  const references = find(expression, "ColumnRef").flatMap(({ fields }) => {
    const texts = find(fields, "String").map(({ sval }) => String(sval));
    return texts.slice(-1);
  });
  return [...new Set([...elements, ...references])];
}

function kindOf({ contype, conname }: Constraint): string {
  const kinds: Partial<Record<NonNullable<Constraint["contype"]>, string>> = {
    CONSTR_CHECK: "a check",
    CONSTR_FOREIGN: "a foreign key",
    CONSTR_UNIQUE: "a unique constraint",
    CONSTR_PRIMARY: "a primary key",
    CONSTR_EXCLUSION: "an exclusion constraint",
    CONSTR_NOTNULL: "a NOT NULL constraint",
  };
  const kind = (contype && kinds[contype]) ?? "a constraint";
  return conname ? `${kind} (${conname})` : kind;
}

const BUILD_BESIDE =
  "Write CREATE INDEX CONCURRENTLY IF NOT EXISTS, in a file of its own: it takes longer and lets writes go on.";

export function createIndexEffects({
  relation,
  idxname,
  indexParams,
  unique,
  concurrent,
}: IndexStmt): StatementEffect[] {
  const table = relation ? tableName(relation) : "";
  const index = idxname ? `the index ${idxname}` : "an index";
  return [
    ...(unique
      ? [narrows(`makes ${index} of ${table} unique`, { table, columns: columnsWithin(indexParams) })]
      : []),
    ...(concurrent ? [] : [locks(`builds ${index} on ${table}`, table, BUILD_BESIDE)]),
  ];
}
