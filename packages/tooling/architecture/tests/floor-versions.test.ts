import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

/** The oldest version without a known vulnerability, or the one that works with Module Federation. */
const floors: Record<string, string> = {
  "@apollo/gateway": "2.13.2",
  "@apollo/server": "5.5.0",
  express: "5.2.1",
  graphql: "16.8.1",
  "path-to-regexp": "8.4.0",
  webpack: "5.94.0",
};

const lock: { packages: Record<string, { version?: string }> } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../../../package-lock.json"), "utf8"),
);

function versionsOf(name: string): string[] {
  const entries = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  return entries.map(([, { version = "0.0.0" }]) => version);
}

const isAtLeast = (version: string, floor: string) =>
  version.localeCompare(floor, undefined, { numeric: true }) >= 0;

test.each(Object.entries(floors))("every installed %s is %s or newer", (name, floor) => {
  const versions = versionsOf(name);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

test("webpack is exactly the version that Module Federation loads", () => {
  expect(versionsOf("webpack")).toEqual(["5.111.1"]);
});
