import type { AlterTableCmd, AlterTableStmt } from "libpg-query";
import { addColumnDeeds } from "./column-deeds.ts";
import { addConstraintDeeds } from "./constraint-deeds.ts";
import { cautions, locks, narrows, takes } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { tableName } from "./names.ts";

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

export function alterTableDeeds({ relation, cmds = [], objtype }: AlterTableStmt): Deed[] {
  const table = relation ? tableName(relation) : "";
  const commands = cmds.flatMap((node) => ("AlterTableCmd" in node ? [node.AlterTableCmd] : []));
  // Which tables have columns of a composite type is not in the text.
  if (objtype === "OBJECT_TYPE") return [takes(`changes the type ${table}`, { table: null })];
  return commands.flatMap((command) => commandDeeds(table, command));
}

function commandDeeds(table: string, { subtype, name: column = "", def }: AlterTableCmd): Deed[] {
  const name = `${table}.${column}`;
  const about = { table, columns: [column] };
  switch (subtype) {
    case "AT_AddColumn":
      return def && "ColumnDef" in def ? addColumnDeeds(table, def.ColumnDef) : [];
    case "AT_AddConstraint":
      return def && "Constraint" in def ? addConstraintDeeds(table, def.Constraint) : [];
    case "AT_DropColumn":
      return [takes(`drops the column ${name}`, about)];
    case "AT_AlterColumnType":
      return [takes(`changes the type of ${name}`, about)];
    case "AT_SetNotNull":
      return [
        narrows(`lets ${name} be null no more`, about),
        locks(`looks through ${table} for nulls in ${column}`, table, PROVE_FIRST),
      ];
    case "AT_DropNotNull":
      return [
        cautions(`lets ${name} be null`, "Write no nulls while releases run that cannot read them.", about),
      ];
    case "AT_ColumnDefault":
      return def ? [] : [narrows(`drops the default of ${name}`, about)];
    case "AT_DropIdentity":
    case "AT_DropExpression":
      return [narrows(`leaves ${name} to whoever inserts`, about)];
    case "AT_DropConstraint":
      return [cautions(`drops the constraint ${column} of ${table}`, UPSERTS, { table })];
    default:
      return subtype && HARMLESS.has(subtype) ? [] : [unknownDeed(table, subtype)];
  }
}

const UPSERTS = "See that no release that runs says ON CONFLICT on it.";

function unknownDeed(table: string, subtype: string | undefined): Deed {
  const what = (subtype ?? "")
    .replace(/^AT_/, "")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
  return cautions(`alters ${table} in a way that the check does not judge (${what})`, LOOK, { table });
}

const LOOK = "See that the releases that run now can live with it.";
