import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "./errors.ts";

/** One step of a database's schema: plain SQL that never changes once applied. */
export interface Migration {
  /** `<set>/<file>.sql`, such as `slice/0001-posts.sql`. */
  readonly name: string;
  readonly sql: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads `dir/<set>/<name>.sql`, sorted by set, then by file name. Sets are independent of one another, but for
 * `contract`: its files stand among those of `slice`, by their number.
 * Throws `MIGRATIONS_UNREADABLE`.
 */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(fail(dir));
  const sets = entries.filter((entry) => entry.isDirectory()).map(({ name }) => [name, join(dir, name)]);
  return await readMigrationSets(Object.fromEntries(sets));
}

/** The same of sets that lie apart: name of the set to its folder. */
export async function readMigrationSets(sets: Record<string, string>): Promise<Migration[]> {
  const found = await Promise.all(Object.entries(sets).map(([set, dir]) => readSet(set, dir)));
  return found.flat().sort((a, b) => byBytes(a.name, b.name));
}

async function readSet(set: string, dir: string): Promise<Migration[]> {
  const files = (await readdir(dir).catch(fail(dir))).filter((file) => file.endsWith(".sql"));
  return await Promise.all(files.map((file) => readMigration(`${set}/${file}`, join(dir, file))));
}

async function readMigration(name: string, path: string): Promise<Migration> {
  const bytes = await readFile(path);
  return { name, sql: bytes.toString("utf8"), sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Whether a migration, by its name, is put off until no running release needs what it takes away. */
export function isDeferred(name: string): boolean {
  return name.startsWith("contract/");
}

function byBytes(a: string, b: string): number {
  const [keyA, keyB] = [sortKey(a), sortKey(b)];
  return keyA < keyB ? -1 : Number(keyA > keyB);
}

/** Set, file, and the real set last: two files of one number have one order, too. */
function sortKey(name: string): string {
  const [set = "", file = ""] = name.split("/");
  return [isDeferred(name) ? "slice" : set, file, set].join("\0");
}

function fail(dir: string) {
  return (cause: unknown): never => {
    throw new SlicewayError(
      errors.MIGRATIONS_UNREADABLE(
        `The migrations in ${dir} cannot be read (${(cause as NodeJS.ErrnoException).code}).`,
      ),
      { cause },
    );
  };
}
