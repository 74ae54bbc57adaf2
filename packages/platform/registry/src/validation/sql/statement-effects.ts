import type { Node } from "libpg-query";
import { createIndexEffects } from "./column-effects.ts";
import {
  callEffects,
  clusterEffects,
  deleteEffects,
  doEffects,
  functionEffects,
  lockEffects,
  refreshEffects,
  reindexEffects,
  selectEffects,
  truncateEffects,
  updateEffects,
} from "./data-effects.ts";
import { opaque, removes, type StatementEffect, warns } from "./effect.ts";
import {
  alterDomainEffects,
  alterEnumEffects,
  dropEffects,
  moveEffect,
  renameEffects,
} from "./object-effects.ts";
import {
  alterTableEffects,
  createTableAsEffects,
  createTableEffects,
  createTriggerEffects,
  createViewEffects,
} from "./table-effects.ts";

/** Statements that no code which runs could mind. */
const HARMLESS = new Set([
  "CommentStmt",
  "CompositeTypeStmt",
  "CreateDomainStmt",
  "CreateEnumStmt",
  "CreateExtensionStmt",
  "CreateRangeStmt",
  "CreateSchemaStmt",
  "CreateSeqStmt",
  "CreateStatsStmt",
  "InsertStmt",
  "VariableSetStmt",
]);

/** What a statement does. One that is not known here counts as one that cannot be read. */
export function statementEffects(node: Node): StatementEffect[] {
  if ("AlterTableStmt" in node) return alterTableEffects(node.AlterTableStmt);
  if ("CreateStmt" in node) return createTableEffects(node.CreateStmt);
  if ("CreateTableAsStmt" in node) return createTableAsEffects(node.CreateTableAsStmt);
  if ("ViewStmt" in node) return createViewEffects(node.ViewStmt);
  if ("IndexStmt" in node) return createIndexEffects(node.IndexStmt);
  if ("CreateTrigStmt" in node) return createTriggerEffects(node.CreateTrigStmt);
  if ("DropStmt" in node) return dropEffects(node.DropStmt);
  if ("DropOwnedStmt" in node) return [removes("drops what a role owns", { table: null })];
  if ("RenameStmt" in node) return renameEffects(node.RenameStmt);
  if ("AlterObjectSchemaStmt" in node) return [moveEffect(node.AlterObjectSchemaStmt)];
  if ("AlterEnumStmt" in node) return alterEnumEffects(node.AlterEnumStmt);
  if ("AlterDomainStmt" in node) return alterDomainEffects(node.AlterDomainStmt);
  return otherEffects(node);
}

/** Statements that change rows, hold them up, or run code. */
function otherEffects(node: Node): StatementEffect[] {
  if ("TruncateStmt" in node) return truncateEffects(node.TruncateStmt);
  if ("UpdateStmt" in node) return updateEffects(node.UpdateStmt);
  if ("DeleteStmt" in node) return deleteEffects(node.DeleteStmt);
  if ("SelectStmt" in node) return selectEffects(node.SelectStmt);
  if ("LockStmt" in node) return lockEffects(node.LockStmt);
  if ("ReindexStmt" in node) return reindexEffects(node.ReindexStmt);
  if ("ClusterStmt" in node) return clusterEffects(node.ClusterStmt);
  if ("RefreshMatViewStmt" in node) return refreshEffects(node.RefreshMatViewStmt);
  if ("DoStmt" in node) return doEffects(node.DoStmt);
  if ("CreateFunctionStmt" in node) return functionEffects(node.CreateFunctionStmt);
  if ("CallStmt" in node) return callEffects(node.CallStmt);
  if ("GrantStmt" in node) return node.GrantStmt.is_grant ? [] : [warns("revokes rights", LOOK)];
  const [type = "a statement"] = Object.keys(node);
  return HARMLESS.has(type)
    ? []
    : [opaque(`says ${type.replace(/Stmt$/, "")}, which the check does not know`)];
}

const LOOK = "See that no release that runs needs them.";
