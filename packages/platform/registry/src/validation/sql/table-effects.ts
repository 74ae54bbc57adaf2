import type {
  AlterTableCmd,
  AlterTableStmt,
  Constraint,
  CreateStmt,
  CreateTableAsStmt,
  CreateTrigStmt,
  ViewStmt,
} from "libpg-query";
import { addColumnEffects, addConstraintEffects, referenceEffects } from "./column-effects.ts";
import { adds, locks, narrows, removes, type StatementEffect, warns } from "./effect.ts";
import { nameFrom, tableName } from "./tree.ts";

const HARMLESS = new Set([
  "AT_ValidateConstraint",
  "AT_SetStatistics",
  "AT_SetStorage",
  "AT_SetCompression",
  "AT_SetRelOptions",
  "AT_ResetRelOptions",
  "AT_SetOptions",
  "AT_ResetOptions",
  "AT_AddIdentity",
  "AT_SetIdentity",
  "AT_ReplicaIdentity",
  "AT_ClusterOn",
  "AT_DropCluster",
  "AT_EnableTrig",
]);
const PROVE_FIRST =
  "Add CHECK (... IS NOT NULL) NOT VALID, validate it in a migration of its own, and only then SET NOT NULL: PostgreSQL need not look at the rows again.";

export function alterTableEffects({ relation, cmds = [], objtype }: AlterTableStmt): StatementEffect[] {
  const table = relation ? tableName(relation) : "";
  const commands = cmds.flatMap((node) => ("AlterTableCmd" in node ? [node.AlterTableCmd] : []));
  // Which tables have columns of a composite type is not in the text.
  if (objtype === "OBJECT_TYPE") return [removes(`changes the type ${table}`, { table: null })];
  return commands.flatMap((command) => commandEffects(table, command));
}

function commandEffects(
  table: string,
  { subtype, name: column = "", def }: AlterTableCmd,
): StatementEffect[] {
  const name = `${table}.${column}`;
  const about = { table, columns: [column] };
  switch (subtype) {
    case "AT_AddColumn":
      return def && "ColumnDef" in def ? addColumnEffects(table, def.ColumnDef) : [];
    case "AT_AddConstraint":
      return def && "Constraint" in def ? addConstraintEffects(table, def.Constraint) : [];
    case "AT_DropColumn":
      return [removes(`drops the column ${name}`, about)];
    case "AT_AlterColumnType":
      return [removes(`changes the type of ${name}`, about)];
    case "AT_SetNotNull":
      return [
        narrows(`lets ${name} be null no more`, about),
        locks(`looks through ${table} for nulls in ${column}`, table, PROVE_FIRST),
      ];
    case "AT_DropNotNull":
      return [
        warns(`lets ${name} be null`, "Write no nulls while releases run that cannot read them.", about),
      ];
    case "AT_ColumnDefault":
      return def ? [] : [narrows(`drops the default of ${name}`, about)];
    case "AT_DropIdentity":
    case "AT_DropExpression":
      return [narrows(`leaves ${name} to whoever inserts`, about)];
    case "AT_DropConstraint":
      return [warns(`drops the constraint ${column} of ${table}`, UPSERTS, { table })];
    default:
      return subtype && HARMLESS.has(subtype) ? [] : [unknownEffect(table, subtype)];
  }
}

const UPSERTS = "See that no release that runs says ON CONFLICT on it.";

function unknownEffect(table: string, subtype: string | undefined): StatementEffect {
  const what = (subtype ?? "")
    .replace(/^AT_/, "")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
  return warns(`alters ${table} in a way that the check does not judge (${what})`, LOOK, { table });
}

const LOOK = "See that the releases that run now can live with it.";

export function createTableEffects({
  relation,
  tableElts = [],
  constraints = [],
}: CreateStmt): StatementEffect[] {
  const table = relation ? tableName(relation) : "";
  const within = [...tableElts, ...constraints].flatMap((node): Constraint[] => {
    if ("Constraint" in node) return [node.Constraint];
    if (!("ColumnDef" in node)) return [];
    return (node.ColumnDef.constraints ?? []).flatMap((part) =>
      "Constraint" in part ? [part.Constraint] : [],
    );
  });
  return [
    adds(`creates the table ${table}`, { table }),
    ...within.flatMap((constraint) => referenceEffects(table, constraint)),
  ];
}

export function createTableAsEffects({ into }: CreateTableAsStmt): StatementEffect[] {
  const table = into?.rel ? tableName(into.rel) : "";
  return [adds(`creates ${table}`, { table })];
}

export function createViewEffects({ view, replace }: ViewStmt): StatementEffect[] {
  const name = view ? tableName(view) : "";
  if (!replace) return [adds(`creates the view ${name}`, { table: name })];
  const look = "See that its columns still mean what running releases take them for.";
  return [warns(`replaces the view ${name}`, look, { table: name })];
}

export function createTriggerEffects({
  relation,
  trigname,
  funcname = [],
}: CreateTrigStmt): StatementEffect[] {
  const table = relation ? tableName(relation) : "";
  return [
    warns(
      `lets ${nameFrom(funcname)}() run when ${table} is written (trigger ${trigname})`,
      "See that it lets the writes of running releases pass.",
      { table },
    ),
  ];
}
