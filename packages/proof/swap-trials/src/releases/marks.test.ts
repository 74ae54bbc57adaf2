import { expect, test } from "vitest";
import { readMarks } from "./marks.ts";

test("finds the release of each slice that has answered, at any depth", () => {
  const node = { id: "1", servedByPosts: "p1", author: { servedByLogin: "l1" } };
  const data = { servedByFeeds: "f1", timeline: { edges: [{ node }, { node: null }] } };
  expect(Object.fromEntries(readMarks(data))).toEqual({ feeds: "f1", posts: "p1", login: "l1" });
});

test("two releases of a slice in one answer are no release at all", () => {
  const data = { edges: [{ servedByPosts: "p1" }, { servedByPosts: "p2" }, { servedByPosts: "p1" }] };
  expect(readMarks(data).get("posts")).not.toMatch(/^p\d$/);
});
