import type { Release, ReleaseMigration } from "@sliceway/protocol";

/** A release that has a server now, or will have one without a further check. */
export interface RunningRelease {
  release: Release;
  /** `live`, `rollback of posts until ...` */
  why: string;
}

/** A migration that a database has had; `due`: the runtime may run it at any moment. */
export interface KnownMigration extends ReleaseMigration {
  /** Id of the release that brought it. */
  release: string;
  state: "due" | "done" | "failed";
}

/** Everything that shares one slice's database. */
export interface DatabaseView {
  /** Without the release that is validated. */
  readonly running: readonly RunningRelease[];
  readonly known: readonly KnownMigration[];
}

/** What a database has had, or may have by now. */
export function listHad({ known }: DatabaseView): KnownMigration[] {
  return known.filter(({ state }) => state !== "failed");
}

/** What a release would bring to the database. */
export function listNew({ migrations }: Release, view: DatabaseView): ReleaseMigration[] {
  const had = new Set(listHad(view).map(({ name }) => name));
  return migrations.filter(({ name }) => !had.has(name));
}
