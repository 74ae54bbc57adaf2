import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { findRoutePaths } from "../src/route-paths.ts";

const root = resolve(import.meta.dirname, "../../../..");

/** Code that runs in pages and servers; what tries the network out may know its addresses. */
const RUNS_IN_THE_NETWORK =
  /^(slices\/[\w-]+\/(web|server)|shell|gateway|packages\/(platform|kits)\/[\w-]+)\/(src|templates)\/.*\.tsx?$/;
const TRIES_IT_OUT = /\.test\.tsx?$|\/testing\/|\/tests\//;

test("no code spells out the path of a slice's route", () => {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
  });
  const files = listed
    .toString()
    .split("\n")
    .filter(
      (path) => RUNS_IN_THE_NETWORK.test(path) && !TRIES_IT_OUT.test(path) && existsSync(resolve(root, path)),
    )
    .map((path) => ({ path, source: readFileSync(resolve(root, path), "utf8") }));
  const routes = readdirSync(resolve(root, "slices")).flatMap((slice): { path: string }[] => {
    return JSON.parse(readFileSync(resolve(root, "slices", slice, "slice.json"), "utf8")).web?.routes ?? [];
  });
  expect(files.length).toBeGreaterThan(100);
  expect(routes.length).toBeGreaterThan(4);
  expect(
    findRoutePaths(
      files,
      routes.map(({ path }) => path),
    ),
  ).toEqual([]);
});
