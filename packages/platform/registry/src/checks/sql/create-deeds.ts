import type { Constraint, CreateStmt, CreateTableAsStmt, CreateTrigStmt, ViewStmt } from "libpg-query";
import { referenceDeeds } from "./constraint-deeds.ts";
import { adds, cautions } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { nameFrom, tableName } from "./names.ts";

export function createTableDeeds({ relation, tableElts = [], constraints = [] }: CreateStmt): Deed[] {
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
    ...within.flatMap((constraint) => referenceDeeds(table, constraint)),
  ];
}

export function createTableAsDeeds({ into }: CreateTableAsStmt): Deed[] {
  const table = into?.rel ? tableName(into.rel) : "";
  return [adds(`creates ${table}`, { table })];
}

export function createViewDeeds({ view, replace }: ViewStmt): Deed[] {
  const name = view ? tableName(view) : "";
  if (!replace) return [adds(`creates the view ${name}`, { table: name })];
  const look = "See that its columns still mean what running releases take them for.";
  return [cautions(`replaces the view ${name}`, look, { table: name })];
}

export function createTriggerDeeds({ relation, trigname, funcname = [] }: CreateTrigStmt): Deed[] {
  const table = relation ? tableName(relation) : "";
  return [
    cautions(
      `lets ${nameFrom(funcname)}() run when ${table} is written (trigger ${trigname})`,
      "See that it lets the writes of running releases pass.",
      { table },
    ),
  ];
}
