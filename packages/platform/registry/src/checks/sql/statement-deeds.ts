import type { Node } from "libpg-query";
import { alterTableDeeds } from "./alter-table-deeds.ts";
import { createTableAsDeeds, createTableDeeds, createTriggerDeeds, createViewDeeds } from "./create-deeds.ts";
import { deleteDeeds, selectDeeds, truncateDeeds, updateDeeds } from "./data-deeds.ts";
import { cautions, hides, takes } from "./deeds.ts";
import { dropDeeds } from "./drop-deeds.ts";
import type { Deed } from "./effect.ts";
import { createIndexDeeds } from "./index-deeds.ts";
import { clusterDeeds, lockDeeds, refreshDeeds, reindexDeeds } from "./lock-deeds.ts";
import { callDeeds, doDeeds, functionDeeds } from "./opaque-deeds.ts";
import { moveDeed, renameDeeds } from "./rename-deeds.ts";
import { alterDomainDeeds, alterEnumDeeds } from "./type-deeds.ts";

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
export function statementDeeds(node: Node): Deed[] {
  if ("AlterTableStmt" in node) return alterTableDeeds(node.AlterTableStmt);
  if ("CreateStmt" in node) return createTableDeeds(node.CreateStmt);
  if ("CreateTableAsStmt" in node) return createTableAsDeeds(node.CreateTableAsStmt);
  if ("ViewStmt" in node) return createViewDeeds(node.ViewStmt);
  if ("IndexStmt" in node) return createIndexDeeds(node.IndexStmt);
  if ("CreateTrigStmt" in node) return createTriggerDeeds(node.CreateTrigStmt);
  if ("DropStmt" in node) return dropDeeds(node.DropStmt);
  if ("DropOwnedStmt" in node) return [takes("drops what a role owns", { table: null })];
  if ("RenameStmt" in node) return renameDeeds(node.RenameStmt);
  if ("AlterObjectSchemaStmt" in node) return [moveDeed(node.AlterObjectSchemaStmt)];
  if ("AlterEnumStmt" in node) return alterEnumDeeds(node.AlterEnumStmt);
  if ("AlterDomainStmt" in node) return alterDomainDeeds(node.AlterDomainStmt);
  return otherDeeds(node);
}

/** Statements that change rows, hold them up, or run code. */
function otherDeeds(node: Node): Deed[] {
  if ("TruncateStmt" in node) return truncateDeeds(node.TruncateStmt);
  if ("UpdateStmt" in node) return updateDeeds(node.UpdateStmt);
  if ("DeleteStmt" in node) return deleteDeeds(node.DeleteStmt);
  if ("SelectStmt" in node) return selectDeeds(node.SelectStmt);
  if ("LockStmt" in node) return lockDeeds(node.LockStmt);
  if ("ReindexStmt" in node) return reindexDeeds(node.ReindexStmt);
  if ("ClusterStmt" in node) return clusterDeeds(node.ClusterStmt);
  if ("RefreshMatViewStmt" in node) return refreshDeeds(node.RefreshMatViewStmt);
  if ("DoStmt" in node) return doDeeds(node.DoStmt);
  if ("CreateFunctionStmt" in node) return functionDeeds(node.CreateFunctionStmt);
  if ("CallStmt" in node) return callDeeds(node.CallStmt);
  if ("GrantStmt" in node) return node.GrantStmt.is_grant ? [] : [cautions("revokes rights", LOOK)];
  const [type = "a statement"] = Object.keys(node);
  return HARMLESS.has(type)
    ? []
    : [hides(`says ${type.replace(/Stmt$/, "")}, which the check does not know`)];
}

const LOOK = "See that no release that runs needs them.";
