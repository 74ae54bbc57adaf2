import type { Constraint } from "libpg-query";
import { cautions, locks, narrows } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { tableName, textsOf } from "./names.ts";
import { find } from "./walk.ts";

const VALIDATE_LATER =
  "Add it NOT VALID, and say VALIDATE CONSTRAINT in a migration of its own: that one lets writes go on.";
const BUILD_FIRST =
  "Build the index with CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS in a file of its own, then ADD CONSTRAINT ... USING INDEX.";

/** `ALTER TABLE ... ADD CONSTRAINT`: what was written before may be refused from then on. */
export function addConstraintDeeds(table: string, constraint: Constraint): Deed[] {
  const { contype, indexname, skip_validation: later } = constraint;
  const columns = columnsOf(constraint);
  const words = `adds ${kindOf(constraint)} to ${table}`;
  const isIndex =
    contype === "CONSTR_UNIQUE" || contype === "CONSTR_PRIMARY" || contype === "CONSTR_EXCLUSION";
  const isLong = isIndex ? indexname === undefined : !later;
  return [
    narrows(words, { table, columns }),
    ...(isLong ? [locks(words, table, isIndex ? BUILD_FIRST : VALIDATE_LATER)] : []),
    ...referenceDeeds(table, constraint),
  ];
}

/** A foreign key that forbids deleting: code that knows nothing of the referring table runs into it. */
export function referenceDeeds(
  table: string,
  { contype, pktable, fk_del_action: action }: Constraint,
): Deed[] {
  if (contype !== "CONSTR_FOREIGN" || !pktable || (action !== "a" && action !== "r")) return [];
  const target = tableName(pktable);
  if (target === table) return [];
  return [
    cautions(
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
