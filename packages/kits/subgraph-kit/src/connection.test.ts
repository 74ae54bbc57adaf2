import { expect, test } from "vitest";
import { connection } from "./connection.ts";

const edges = { cursorOf: (row: number) => `c${row}`, nodeOf: (row: number) => row * 10 };

test("the row more than asked for only tells that there is a next page", () => {
  expect(connection([1, 2, 3], 2, edges)).toEqual({
    edges: [
      { cursor: "c1", node: 10 },
      { cursor: "c2", node: 20 },
    ],
    pageInfo: { hasNextPage: true, endCursor: "c2" },
  });
});

test("the last page has no next, and an empty one no end", () => {
  expect(connection([1, 2], 2, edges).pageInfo).toEqual({ hasNextPage: false, endCursor: "c2" });
  expect(connection([], 2, edges)).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
});
