import type { ErrorText } from "@sliceway/errors";
import type { Release, ReleaseMigration } from "@sliceway/protocol";
import { problemAt } from "../../problem-at.ts";
import type { Findings } from "../findings.ts";
import type { Effect } from "../sql/effect.ts";
import { analyzeMigration, isContracting } from "./analyze-migration.ts";
import { type DatabaseView, listNew, type RunningRelease } from "./database-view.ts";
import { explainBreak } from "./explain-break.ts";
import { migrationErrors } from "./migration-errors.ts";
import { isDeferred, isEarlier, knows, migrationFile } from "./migration-place.ts";
import { reliesOn } from "./relies-on.ts";

/** Validates a migration that the database has not had, by the releases that run while it does its work. */
export function validateNewMigration(
  release: Release,
  migration: ReleaseMigration,
  view: DatabaseView,
): Findings {
  const place = { slice: release.slice, release: release.id, file: migrationFile(migration.name) };
  const findings: Findings = { problems: [], warnings: [] };
  for (const effect of analyzeMigration(migration.sql)) {
    const hit = listHit(release, migration, effect, view);
    const at = { ...place, line: effect.line };
    const unmet = findUnmet(release, migration, effect, view);
    if (unmet) findings.problems.push(problemAt(at, unmet));
    if (hit.length === 0) continue;
    if (isContracting(effect)) findings.problems.push(problemAt(at, explainBreak(release, effect, hit)));
    if (effect.kind === "locks") findings.problems.push(problemAt(at, explainLock(effect)));
    if (effect.kind === "warns" || effect.kind === "opaque")
      findings.warnings.push(problemAt(at, explainDoubt(effect)));
  }
  return findings;
}

/** The releases that rely on what the effect touches and run when it comes. A deferred migration waits for the others. */
function listHit(
  release: Release,
  migration: ReleaseMigration,
  effect: Effect,
  { running }: DatabaseView,
): RunningRelease[] {
  const others = running.filter((other) => !knows(other.release, migration));
  if (!isDeferred(migration)) return others.filter((other) => reliesOn(other.release, effect));
  const waits = isContracting(effect) || others.length === 0;
  return !waits && reliesOn(release, effect) ? [{ release, why: "it runs by then" }] : [];
}

function explainLock({ words, table, instead }: Effect): ErrorText {
  const text = migrationErrors.MIGRATION_LOCKS(
    `This migration ${words}. Requests that write ${table ?? "those tables"} wait until it is done, however long that takes.`,
  );
  return { ...text, fix: instead ?? text.fix };
}

function explainDoubt({ kind, words, instead }: Effect): ErrorText {
  const { MIGRATION_OPAQUE, MIGRATION_DOUBTFUL } = migrationErrors;
  const text = (kind === "opaque" ? MIGRATION_OPAQUE : MIGRATION_DOUBTFUL)(`This migration ${words}.`);
  return { ...text, fix: instead ?? text.fix };
}

/** What brings back a name that an earlier, deferred migration has yet to take away has to wait for it. */
function findUnmet(
  release: Release,
  migration: ReleaseMigration,
  effect: Effect,
  view: DatabaseView,
): ErrorText | null {
  if (effect.kind !== "adds" || isDeferred(migration) || view.running.length === 0) return null;
  const waiting = listNew(release, view).filter((other) => isDeferred(other) && isEarlier(other, migration));
  const before = waiting.find(({ sql }) => analyzeMigration(sql).some((other) => isSameThing(other, effect)));
  if (!before) return null;
  return migrationErrors.MIGRATION_TOO_EARLY(
    `This migration ${effect.words}, which ${migrationFile(before.name)} has yet to take away; that one waits until older releases have retired.`,
  );
}

function isSameThing(taken: Effect, added: Effect): boolean {
  if (taken.kind !== "removes" || taken.table !== added.table) return false;
  if (taken.columns.length === 0 || added.columns.length === 0)
    return taken.columns.length === added.columns.length;
  return added.columns.some((column) => taken.columns.includes(column));
}
