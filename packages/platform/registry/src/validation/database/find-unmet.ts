import type { Problem, Release, ReleaseMigration } from "@sliceway/protocol";
import type { Effect } from "../sql/effect.ts";
import { analyzeMigration } from "./analyze-migration.ts";
import { type DatabaseView, listNew } from "./database-view.ts";
import { isDeferred, isEarlier, migrationFile } from "./migration-place.ts";

/** What brings back a name that an earlier, deferred migration has yet to take away has to wait for it. */
export function findUnmet(
  release: Release,
  migration: ReleaseMigration,
  effect: Effect,
  view: DatabaseView,
): Pick<Problem, "code" | "message" | "fix"> | null {
  if (effect.kind !== "adds" || isDeferred(migration) || view.running.length === 0) return null;
  const waiting = listNew(release, view).filter((other) => isDeferred(other) && isEarlier(other, migration));
  const before = waiting.find(({ sql }) => analyzeMigration(sql).some((other) => isSameThing(other, effect)));
  if (!before) return null;
  return {
    code: "MIGRATION_TOO_EARLY",
    message: `This migration ${effect.words}, which ${migrationFile(before.name)} has yet to take away; that one waits until older releases have retired.`,
    fix: "Deploy again when it has run, or use another name.",
  };
}

function isSameThing(taken: Effect, added: Effect): boolean {
  if (taken.kind !== "removes" || taken.table !== added.table) return false;
  if (taken.columns.length === 0 || added.columns.length === 0)
    return taken.columns.length === added.columns.length;
  return added.columns.some((column) => taken.columns.includes(column));
}
