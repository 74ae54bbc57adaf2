import type { Release, ReleaseMigration } from "@sliceway/protocol";
import { isDeferred as isDeferredName } from "@sliceway/service-kit";

/** Where a team finds a migration: its path in the slice's folder, or in the events package. */
export function migrationFile(name: string): string {
  const own = /^slice\/(.+)$/.exec(name)?.[1];
  return `server/migrations/${own ?? name}`;
}

/** Whether it waits until no running release needs what it takes away. */
export function isDeferred({ name }: Pick<ReleaseMigration, "name">): boolean {
  return isDeferredName(name);
}

/** Whether a release was built with that migration: then it expects what the migration does. */
export function knows({ migrations }: Release, { name }: Pick<ReleaseMigration, "name">): boolean {
  return migrations.some((migration) => migration.name === name);
}

/** `0004` of `slice/0004_drop.sql`: files of a slice, deferred or not, are numbered in one row. */
export function isEarlier(a: Pick<ReleaseMigration, "name">, b: Pick<ReleaseMigration, "name">): boolean {
  const file = (name: string) => name.slice(name.indexOf("/") + 1);
  return file(a.name) < file(b.name);
}
