import { expect, test } from "vitest";
import { fileGraph, findCircles } from "./find-circles.ts";

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

test("a tree has none, nor has what is reached in two ways", () => {
  expect(findCircles(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: ["elsewhere"] }))).toEqual([]);
});

test("every node of a circle is shown, in order and the shortest way", () => {
  const circles = findCircles(graph({ start: ["a"], a: ["b"], b: ["far", "c"], far: ["c"], c: ["a"] }));
  expect(circles).toEqual([
    ["a", "b", "c", "a"],
    ["far", "c", "a", "b", "far"],
  ]);
});

test("circles apart are shown each, also a node that leads to itself", () => {
  expect(findCircles(graph({ a: ["b"], b: ["a", "c"], c: ["c"] }))).toEqual([
    ["a", "b", "a"],
    ["c", "c"],
  ]);
});

test("files lead to each other by relative imports", () => {
  const files = [
    { path: "kit/src/a.ts", imports: [{ from: "./deep/b.ts" }, { from: "react" }] },
    { path: "kit/src/deep/b.ts", imports: [{ from: "../a.ts" }] },
  ];
  expect(findCircles(fileGraph(files))).toEqual([["kit/src/a.ts", "kit/src/deep/b.ts", "kit/src/a.ts"]]);
});
