import type { Problem, Release, ReleaseMigration } from "@sliceway/protocol";
import { problemAt } from "../../problem-at.ts";
import { type Findings, joinFindings } from "../findings.ts";
import { type DatabaseView, listHad, listNew } from "./database-view.ts";
import { migrationErrors } from "./migration-errors.ts";
import { migrationFile } from "./migration-place.ts";
import { validateFloor } from "./validate-floor.ts";
import { validateNewMigration } from "./validate-new-migration.ts";

/**
 * Validates a release by the database that it shares with every release of its slice that runs. Its migrations may not
 * take away what they use, nor hold up their writes; and what it uses itself may not be gone.
 */
export function validateDatabase(release: Release, view: DatabaseView): Findings {
  const history = validateHistory(release, view);
  if (history.length > 0) return { problems: history, warnings: [] };
  const fresh = listNew(release, view).map((migration) => validateNewMigration(release, migration, view));
  return joinFindings([{ problems: validateFloor(release, view), warnings: [] }, ...fresh]);
}

/** Migrations are only ever added: the database has had the earlier ones as they were. */
function validateHistory(release: Release, view: DatabaseView): Problem[] {
  return listHad(view).flatMap((had) => {
    const own = release.migrations.find(({ name }) => name === had.name);
    if (own) return own.sha256 === had.sha256 ? [] : [edited(release, had.name, had.release)];
    return hasLater(release, had) ? [lost(release, had.name, had.release)] : [];
  });
}

/** A release that ends before it is merely older. */
function hasLater({ migrations }: Release, { name }: Pick<ReleaseMigration, "name">): boolean {
  const set = name.slice(0, name.indexOf("/") + 1);
  return migrations.some((other) => other.name.startsWith(set) && other.name > name);
}

function edited({ slice, id }: Release, name: string, by: string): Problem {
  return problemAt(
    { slice, release: id, file: migrationFile(name), line: 1 },
    migrationErrors.MIGRATION_EDITED(
      `${migrationFile(name)} is not what it was: the database has had it from ${slice}@${by}.`,
    ),
  );
}

function lost({ slice, id }: Release, name: string, by: string): Problem {
  return problemAt(
    { slice, release: id, file: migrationFile(name) },
    migrationErrors.MIGRATION_MISSING(
      `${migrationFile(name)} is gone, but the database has had it from ${slice}@${by}.`,
    ),
  );
}
