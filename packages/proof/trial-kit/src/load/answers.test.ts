import { expect, test } from "vitest";
import { feedPage } from "./answers.ts";

const author = { id: "a", handle: "alice", name: "Alice" };
const whole = { id: "p", text: "Hello", likeCount: 0, viewerHasLiked: false, commentCount: 0, author };
const empty = {
  id: "q",
  text: null,
  likeCount: null,
  viewerHasLiked: null,
  commentCount: null,
  author: null,
};
const accepts = (...nodes: object[]) =>
  feedPage.safeParse({ timeline: { edges: nodes.map((node) => ({ node })) } }).success;

test("a feed has whole cards; one that was deleted a moment ago may be empty", () => {
  expect(accepts(whole)).toBe(true);
  expect(accepts(whole, empty)).toBe(true);
  expect(accepts()).toBe(false);
  expect(accepts(empty)).toBe(false);
});

test("no card lacks what its release asks for", () => {
  const { commentCount: _, ...without } = whole;
  expect(accepts(without)).toBe(true);
  expect(accepts({ ...whole, commentCount: null })).toBe(false);
  expect(accepts({ ...whole, author: null })).toBe(false);
  expect(accepts({ ...whole, author: { ...author, name: null } })).toBe(false);
});
