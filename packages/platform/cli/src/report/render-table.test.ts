import colors from "picocolors";
import { expect, test } from "vitest";
import { renderTable } from "./render-table.ts";

test("columns are as wide as their widest cell, colours left out", () => {
  const { red } = colors.createColors(true);
  const lines = renderTable([
    ["slice", "release"],
    [red("a"), "x", "y"],
  ]);
  expect(lines).toEqual(["slice  release", `${red("a")}      x        y`]);
});

test("no rows make no lines", () => {
  expect(renderTable([])).toEqual([]);
});
