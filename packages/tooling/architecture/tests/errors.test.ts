import { expect, test } from "vitest";
import { findThrownCodes, isTest, listFiles, readErrorTables, readText, root } from "../src/index.ts";

const SOURCE = /^(packages\/[^/]+\/[^/]+|gateway|shell)\/src\/.*\.tsx?$/;

test("a code stands once in the tables of a package", async () => {
  const names = (await readErrorTables(root)).map((row) => `${row.package} ${row.code}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("whoever throws an error takes it from a table", () => {
  const files = listFiles().filter((path) => SOURCE.test(path) && !isTest(path));
  const thrown = findThrownCodes(files.map((path) => ({ path, source: readText(path) })));
  expect(thrown).toEqual([]);
});
