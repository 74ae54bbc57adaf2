import type { Release, ReleaseMigration } from "@sliceway/protocol";
import { analyzeMigration, isContracting } from "./analyze-migration.ts";
import { type DatabaseView, listNew, type RunningRelease } from "./database-view.ts";
import { isDeferred, knows } from "./migration-place.ts";
import { reliesOn } from "./relies-on.ts";

/** A deferred migration that the database has not had. */
export interface Contraction {
  migration: ReleaseMigration;
  /** The releases that need what it, or one before it, takes away. */
  waitsFor: RunningRelease[];
}

/** The deferred migrations of a release that are still to come, in their order. None overtakes one that waits. */
export function planContractions(release: Release, view: DatabaseView): Contraction[] {
  const waiting = new Set<RunningRelease>();
  return listNew(release, view)
    .filter(isDeferred)
    .map((migration) => {
      for (const other of view.running) if (needs(other, migration)) waiting.add(other);
      return { migration, waitsFor: [...waiting] };
    });
}

/** Those that nobody needs to be put off for. */
export function listDue(contractions: readonly Contraction[]): ReleaseMigration[] {
  return contractions.filter(({ waitsFor }) => waitsFor.length === 0).map(({ migration }) => migration);
}

function needs({ release }: RunningRelease, migration: ReleaseMigration): boolean {
  if (knows(release, migration)) return false;
  return analyzeMigration(migration.sql).some(
    (effect) => effect.kind === "opaque" || (isContracting(effect) && reliesOn(release, effect)),
  );
}
