import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { findSliceNames, findViolations, readImports } from "../src/index.ts";

const root = resolve(import.meta.dirname, "../../../..");
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root });
const sources = listed
  .toString()
  .split("\n")
  .filter(
    (path) => /\.tsx?$/.test(path) && !/\.(graphql|d)\.ts$/.test(path) && existsSync(resolve(root, path)),
  )
  .map((path) => ({ path, source: readFileSync(resolve(root, path), "utf8") }));

/** What boots or shows the demo network may name its slices. */
const KNOWS_THE_NETWORK =
  /^packages\/(proof\/(e2e|swap-trials)|tooling\/(dev-env|demo-network|architecture))\/|\.test\.tsx?$|\/tests\/|\/testing/;

describe("this repository", () => {
  test("keeps the dependency rule", () => {
    const files = sources.map(({ path, source }) => ({
      path,
      imports: readImports(source, { tsx: path.endsWith("x") }),
    }));
    expect(findViolations(files)).toEqual([]);
  });

  test("names no slice in shell, gateway or packages", () => {
    const platform = sources.filter(
      ({ path }) => /^(shell|gateway|packages)\//.test(path) && !KNOWS_THE_NETWORK.test(path),
    );
    expect(findSliceNames(platform, readdirSync(resolve(root, "slices")))).toEqual([]);
  });
});
