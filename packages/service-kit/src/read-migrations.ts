import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SlicewayError } from "./sliceway-error.ts";

/** One step of a database's schema: plain SQL that never changes once applied. */
export interface Migration {
  /** `<set>/<file>.sql`, such as `slice/0001-posts.sql`. */
  readonly name: string;
  readonly sql: string;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads `dir/<set>/<name>.sql`, sorted by set, then by file name. Sets are independent of one another.
 * Throws `MIGRATIONS_UNREADABLE`.
 */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const names = (await readdir(dir, { recursive: true }).catch(fail(dir)))
    .filter((name) => /^[^/\\]+[/\\][^/\\]+\.sql$/.test(name))
    .map((name) => name.replace("\\", "/"))
    .sort(byBytes);
  return Promise.all(names.map((name) => readMigration(dir, name)));
}

async function readMigration(dir: string, name: string): Promise<Migration> {
  const bytes = await readFile(join(dir, name));
  return { name, sql: bytes.toString("utf8"), sha256: createHash("sha256").update(bytes).digest("hex") };
}

function byBytes(a: string, b: string): number {
  const [setA = "", fileA = ""] = a.split("/");
  const [setB = "", fileB = ""] = b.split("/");
  if (setA !== setB) return setA < setB ? -1 : 1;
  return fileA < fileB ? -1 : 1;
}

function fail(dir: string) {
  return (cause: unknown): never => {
    throw new SlicewayError(
      "MIGRATIONS_UNREADABLE",
      `The migrations in ${dir} cannot be read (${(cause as NodeJS.ErrnoException).code}).`,
      "Check that the directory exists and is readable.",
      { cause },
    );
  };
}
