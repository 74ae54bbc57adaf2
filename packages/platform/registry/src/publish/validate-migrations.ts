import { createHash } from "node:crypto";
import type { Release, ReleaseMigration } from "@sliceway/protocol";
import { analyzeMigration } from "../validation/database/analyze-migration.ts";
import { migrationErrors } from "../validation/database/migration-errors.ts";
import { isDeferred, migrationFile } from "../validation/database/migration-place.ts";
import type { Effect } from "../validation/sql/effect.ts";
import { SqlUnreadable } from "../validation/sql/parse-statements.ts";
import type { Blame } from "./blame.ts";

/** Migrations must be the files that were uploaded, and SQL; deferred ones may only take away. */
export function validateMigrations({ migrations, files }: Release): Blame[] {
  const hashes = new Map(files.map((file) => [file.path, file.sha256]));
  return migrations.flatMap((migration) =>
    hashes.get(`server/migrations/${migration.name}`) === migration.sha256
      ? validateMigration(migration)
      : [wrong(migration, "is not among the files with that sha256")],
  );
}

/** The same of a release whose files are not there. */
export function validateMigration(migration: ReleaseMigration): Blame[] {
  const { sql, sha256 } = migration;
  if (createHash("sha256").update(sql).digest("hex") !== sha256)
    return [wrong(migration, "has another text than its sha256 says")];
  try {
    const effects = analyzeMigration(sql);
    return isDeferred(migration) ? blameAdded(migration, effects) : [];
  } catch (error) {
    if (error instanceof SqlUnreadable) return [unreadable(migration, error)];
    throw error;
  }
}

/** The release's own code runs before a deferred migration does, so it could not use what that brings. */
function blameAdded({ name }: ReleaseMigration, effects: readonly Effect[]): Blame[] {
  const added = effects.filter(({ kind }) => kind === "adds");
  return added.map(({ line, words }) => ({
    ...migrationErrors.CONTRACTION_ADDS(
      `A deferred migration ${words}, but the release's code runs before it does.`,
    ),
    file: migrationFile(name),
    line,
  }));
}

function unreadable({ name }: ReleaseMigration, { line, message }: SqlUnreadable): Blame {
  return {
    ...migrationErrors.MIGRATION_UNREADABLE(`PostgreSQL cannot read this: ${message}.`),
    file: migrationFile(name),
    line,
  };
}

function wrong({ name }: ReleaseMigration, mistake: string): Blame {
  return {
    ...migrationErrors.MIGRATION_WRONG(`The migration ${name} ${mistake}.`),
    file: migrationFile(name),
  };
}
