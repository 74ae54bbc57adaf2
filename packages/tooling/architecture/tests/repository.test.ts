import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import {
  exceptions,
  fileGraph,
  findCircles,
  findForeignPaths,
  findSliceNames,
  findViolations,
  isTest,
  listFiles,
  locate,
  locateImport,
  readImports,
  readPackages,
  readText,
  root,
} from "../src/index.ts";

const paths = listFiles();
const packages = readPackages(paths);
const sources = paths
  .filter((path) => /\.(tsx?|m?js)$/.test(path) && !/\.(graphql|d)\.ts$/.test(path))
  .map((path) => ({ path, source: readText(path) }));
const files = sources.map(({ path, source }) => ({
  path,
  imports: readImports(source, { tsx: !path.endsWith(".ts") }),
}));

/** What boots or shows the demo network may name its slices. */
const KNOWS_THE_NETWORK =
  /^packages\/(proof\/(bench|e2e|swap-trials|upgrade-trials)|tooling\/(dev-env|demo-network|architecture))\/|\.test\.tsx?$|\/tests\/|\/testing/;

describe("this repository", () => {
  test("keeps the dependency rule", () => {
    expect(findViolations(files, packages)).toEqual([]);
  });

  test("has no exception to the rule that nobody needs", () => {
    const used = (file: RegExp, imports: string) =>
      files.some(({ path, imports: all }) => file.test(path) && all.some(({ from }) => from === imports));
    expect(exceptions.filter(({ file, imports }) => !used(file, imports))).toEqual([]);
  });

  test("has no path from one package into another", () => {
    const code = sources.filter(
      ({ path }) => !isTest(path) && !path.startsWith("packages/tooling/architecture/"),
    );
    expect(code.flatMap(findForeignPaths)).toEqual([]);
  });

  test("has no circle between files, not even of types", () => {
    expect(findCircles(fileGraph(files)).map((circle) => circle.join(" -> "))).toEqual([]);
  });

  test("has no circle between packages", () => {
    const graph = new Map(packages.map(({ folder }) => [folder, foldersImportedBy(folder)]));
    expect(findCircles(graph)).toEqual([]);
  });

  test("names no slice in shell, gateway or packages", () => {
    const platform = sources.filter(
      ({ path }) => /^(shell|gateway|packages)\//.test(path) && !KNOWS_THE_NETWORK.test(path),
    );
    expect(findSliceNames(platform, readdirSync(resolve(root, "slices")))).toEqual([]);
  });
});

function foldersImportedBy(folder: string): string[] {
  const own = files.filter(({ path }) => locate(path)?.folder === folder && !isTest(path));
  const targets = own.flatMap(({ path, imports }) =>
    imports.flatMap(({ from }) => locateImport(path, from, packages)?.folder ?? []),
  );
  return [...new Set(targets)].filter((target) => target !== folder);
}
