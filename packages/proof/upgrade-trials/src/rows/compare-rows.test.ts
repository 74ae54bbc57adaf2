import { expect, test } from "vitest";
import { compareRows } from "./compare-rows.ts";
import type { Rows } from "./record-rows.ts";

function tables(contents: Record<string, Record<string, string>>): Rows {
  const shape = { columns: ["id", "text"], key: ["id"] };
  return new Map(
    Object.entries(contents).map(([name, rows]) => [name, { ...shape, rows: new Map(Object.entries(rows)) }]),
  );
}

test("new rows and new tables are no loss", () => {
  const before = tables({ "posts.public.post": { 1: "a" } });
  const after = tables({ "posts.public.post": { 1: "a", 2: "b" }, "posts.public.draft": { 1: "c" } });
  expect(compareRows(before, after)).toEqual({ tables: 1, rows: 1, unchanged: 1, problems: [] });
});

test("a row that is gone or says something else is named, and so is a table that is gone", () => {
  const before = tables({ "posts.public.post": { 1: "a", 2: "b" }, "events.sliceway.log": { 1: "e" } });
  const after = tables({ "posts.public.post": { 2: "B" } });
  expect(compareRows(before, after).problems).toEqual([
    "posts.public.post: 1 of 2 rows (1) gone",
    "posts.public.post: 1 of 2 rows (2) changed",
    "events.sliceway.log: 1 of 1 rows (1) gone",
  ]);
});

test("what goes on may say something else, and what only runs may end", () => {
  const before = tables({
    "registry.public.deployment": { 1: "running" },
    "registry.public.lease": { 1: "x" },
  });
  const after = tables({ "registry.public.deployment": { 1: "done" }, "registry.public.lease": {} });
  expect(compareRows(before, after)).toEqual({ tables: 1, rows: 1, unchanged: 0, problems: [] });
});
