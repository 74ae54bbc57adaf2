import { type Problem, type Release, type ReleaseMigration, releaseRef } from "@sliceway/protocol";
import { problemAt } from "../../problem-at.ts";
import { routingErrors } from "../../routing/routing-errors.ts";
import type { Effect } from "../sql/effect.ts";
import { analyzeMigration, isContracting } from "./analyze-migration.ts";
import { type DatabaseView, listHad } from "./database-view.ts";
import { isDeferred, knows, migrationFile } from "./migration-place.ts";
import { reliesOn } from "./relies-on.ts";

interface Brought extends ReleaseMigration {
  /** Id of the release that brought it. */
  release: string;
}

/**
 * The rollback floor: a release that uses what a later one has taken away cannot run any more, neither by rollback nor
 * by deploying it again.
 */
export function validateFloor(release: Release, view: DatabaseView): Problem[] {
  return listTaken(release, view).flatMap((migration) =>
    analyzeMigration(migration.sql)
      .filter((effect) => isFatal(effect, migration) && reliesOn(release, effect))
      .map((effect) => belowFloor(release, migration, effect)),
  );
}

/** What the database has had, or is about to have from a release that is being deployed, and this release does not know. */
function listTaken(release: Release, view: DatabaseView): Brought[] {
  const coming = view.running.flatMap(({ release: other }) =>
    other.migrations
      .filter((migration) => !isDeferred(migration))
      .map((migration) => ({ ...migration, release: other.id })),
  );
  const byName = new Map([...coming, ...listHad(view)].map((migration) => [migration.name, migration]));
  return [...byName.values()].filter((migration) => !knows(release, migration));
}

/** Whoever defers what cannot be read means that it takes something away. */
function isFatal(effect: Effect, migration: ReleaseMigration): boolean {
  return isContracting(effect) || (effect.kind === "opaque" && isDeferred(migration));
}

function belowFloor(release: Release, migration: Brought, { words, line }: Effect): Problem {
  const { slice, id } = release;
  const file = migrationFile(migration.name);
  return problemAt(
    { slice, release: id, file, line },
    routingErrors.BELOW_ROLLBACK_FLOOR(
      `${releaseRef(release)} was built before ${slice}@${migration.release}, whose ${file} ${words}: it relies on what was there before.`,
    ),
  );
}
