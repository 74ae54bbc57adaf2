import type { Release, ReleaseMigration } from "@sliceway/manifest";
import { analyzeMigration, isContracting } from "./analyze-migration.ts";
import { type DatabaseView, listNew, type RunningRelease } from "./database-view.ts";
import { isDeferred, knows } from "./migration-place.ts";
import { reliesOn } from "./relies-on.ts";

/** A deferred migration that the database has not had. */
export interface Contraction {
  migration: ReleaseMigration;
  /** The releases that need what it takes away. */
  waitsFor: RunningRelease[];
}

/** The deferred migrations of a release that are still to come, in their order. */
export function planContractions(release: Release, view: DatabaseView): Contraction[] {
  return listNew(release, view)
    .filter(isDeferred)
    .map((migration) => ({ migration, waitsFor: view.running.filter((other) => needs(other, migration)) }));
}

/** Those that nobody needs to be put off for; none overtakes one that waits. */
export function listDue(contractions: readonly Contraction[]): ReleaseMigration[] {
  const first = contractions.findIndex(({ waitsFor }) => waitsFor.length > 0);
  return contractions.slice(0, first < 0 ? undefined : first).map(({ migration }) => migration);
}

function needs({ release }: RunningRelease, migration: ReleaseMigration): boolean {
  if (knows(release, migration)) return false;
  return analyzeMigration(migration.sql).some(
    (effect) => effect.kind === "hides" || (isContracting(effect) && reliesOn(release, effect)),
  );
}
