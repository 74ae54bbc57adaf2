import { glob, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ErrorKind } from "@sliceway/errors";

/** One error that people may meet, as docs/errors.md lists it. */
export interface CataloguedError {
  /** The folder of the package that has it in a table: `cli`. */
  package: string;
  code: string;
  title: string;
  /** What varies stands as `{name}`. */
  fix: string;
}

const TABLES = "{packages/*/*,gateway,shell}/src/**/{errors,*-errors}.ts";

/** All rows of all packages' tables of errors, by package and code. A table is whatever `defineErrors` has made. */
export async function readErrorTables(root: string): Promise<CataloguedError[]> {
  const rows: CataloguedError[] = [];
  for await (const path of glob(TABLES, { cwd: root })) {
    if (/\bdefineErrors\(/.test(await readFile(join(root, path), "utf8")))
      rows.push(...(await readTables(packageOf(path), resolve(root, path))));
  }
  return rows.sort((a, b) => compare(a.package, b.package) || compare(a.code, b.code));
}

async function readTables(name: string, file: string): Promise<CataloguedError[]> {
  const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
  const kinds = Object.values(exported).flatMap((table) => Object.values(table ?? {}).filter(isKind));
  return kinds.map(({ code, title, fix }) => ({ package: name, code, title, fix }));
}

function isKind(value: unknown): value is ErrorKind {
  return typeof value === "function" && "code" in value && "title" in value && "fix" in value;
}

/** `packages/platform/cli/src/errors.ts` is of `cli`, `gateway/src/errors.ts` of `gateway`. */
export function packageOf(path: string): string {
  return /^(?:packages\/[^/]+\/)?([^/]+)\//.exec(path)?.[1] ?? path;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
