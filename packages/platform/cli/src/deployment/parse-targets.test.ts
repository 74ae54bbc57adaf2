import { expect, test } from "vitest";
import { parseTargets } from "./parse-targets.ts";

const project = { dir: "/p", slices: new Map([["posts", "/p/slices/posts"]]) };

test("takes slices of the tree and published releases", () => {
  expect(parseTargets(project, ["posts", "feeds@3f9c2a1b04de", "posts"])).toEqual([
    { kind: "tree", slice: "posts", sliceDir: "/p/slices/posts" },
    { kind: "release", slice: "feeds", id: "3f9c2a1b04de" },
  ]);
});

test.each([
  [["postss"], "SLICE_UNKNOWN", "Name one of: posts."],
  [["posts@nope"], "RELEASE_MISSPELT", "Write it like posts@3f9c2a1b04de"],
  [["posts", "posts@3f9c2a1b04de"], "SLICE_TWICE", "Name each slice once."],
])("refuses %j", (names, code, fix) => {
  expect(() => parseTargets(project, names)).toThrowError(
    expect.objectContaining({ code, fix: expect.stringContaining(fix) }),
  );
});
