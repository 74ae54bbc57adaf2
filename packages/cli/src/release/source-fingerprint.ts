import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Folders and files that are made from others, or say nothing of what is built. */
const LEFT_OUT = /^(node_modules|dist|coverage|tests|test-results|playwright-report|\..*)$/;
const GENERATED = /(\.graphql\.ts|\.tsbuildinfo|\.log|\.test\.tsx?)$/;
/** What of a package reaches a build. */
const PACKAGE_PARTS = /^(src|migrations|log-migrations|package\.json)$/;

/**
 * A hash over everything a slice is built from: its folder, the contracts beside it, the packages and the lock file.
 * Equal fingerprints mean equal releases; an unequal one may still give the same release.
 */
export async function sourceFingerprint(projectDir: string, sliceDir: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await sourcesOf(projectDir, sliceDir)) {
    const bytes = await readFile(path);
    hash.update(`${relative(projectDir, path).split(sep).join("/")}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

async function sourcesOf(projectDir: string, sliceDir: string): Promise<string[]> {
  const found = await Promise.all([
    walk(sliceDir),
    walkEach(join(projectDir, "slices"), /^contract$/),
    walkEach(join(projectDir, "packages"), PACKAGE_PARTS),
  ]);
  return [...new Set([...found.flat(), join(projectDir, "package-lock.json")])].sort();
}

/** The named parts of each folder in `dir`. */
async function walkEach(dir: string, parts: RegExp): Promise<string[]> {
  const folders = await entriesOf(dir);
  const found = folders.map(({ name }) => walk(join(dir, name), parts));
  return (await Promise.all(found)).flat();
}

async function walk(dir: string, only?: RegExp): Promise<string[]> {
  const entries = (await entriesOf(dir)).filter(({ name }) => !only || only.test(name));
  const found = entries.map((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
  return (await Promise.all(found)).flat();
}

async function entriesOf(dir: string) {
  const entries = await readdir(dir, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  return entries.filter(({ name }) => !LEFT_OUT.test(name) && !GENERATED.test(name));
}
