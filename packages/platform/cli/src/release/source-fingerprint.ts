import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { listUsedPackages } from "./list-used-packages.ts";

/** Folders and files that are made from others, or say nothing of what is built. */
const LEFT_OUT = /^(node_modules|dist|coverage|tests|test-results|playwright-report|\..*)$/;
const GENERATED = /(\.graphql\.ts|^contract\.events\.ts|\.tsbuildinfo|\.log|\.test\.tsx?|\.md)$/;
/** Files of the project that builds look at. */
const PROJECT_FILES = /^(package-lock|tsconfig)\.json$/;
/** What of a package reaches a build. */
const PACKAGE_PARTS = /^(src|migrations|package\.json)$/;

/**
 * A hash over everything a slice is built from: its folder, the contracts beside it, the packages it uses, the build
 * itself and the lock file. Equal fingerprints mean equal releases; an unequal one may still give the same release.
 */
export async function sourceFingerprint(projectDir: string, sliceDir: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await sourcesOf(projectDir, sliceDir)) {
    const bytes = await readFile(path);
    hash.update(`${nameOf(path, projectDir, sliceDir)}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

async function sourcesOf(projectDir: string, sliceDir: string): Promise<string[]> {
  const packages = await listUsedPackages(projectDir, sliceDir);
  const found = await Promise.all([
    walk(sliceDir),
    walkContracts(dirname(sliceDir)),
    walk(join(projectDir, "packages/platform/cli/src/release")),
    walk(join(projectDir, "packages/platform/cli/src/database")),
    ...packages.map((dir) => walk(dir, PACKAGE_PARTS)),
  ]);
  const beside = (await entriesOf(projectDir)).filter(({ name }) => PROJECT_FILES.test(name));
  return [...new Set([...found.flat(), ...beside.map(({ name }) => join(projectDir, name))])].sort();
}

/** A slice may be built from a copy that lies elsewhere. */
function nameOf(path: string, projectDir: string, sliceDir: string): string {
  const slicesDir = dirname(sliceDir);
  const base = path.startsWith(slicesDir + sep) ? slicesDir : projectDir;
  return relative(base, path).split(sep).join("/");
}

async function walkContracts(slicesDir: string): Promise<string[]> {
  const folders = await entriesOf(slicesDir);
  const found = folders.map(({ name }) => walk(join(slicesDir, name), /^contract$/));
  return (await Promise.all(found)).flat();
}

/** All files below `dir`; of those directly in it only what `only` matches. */
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
