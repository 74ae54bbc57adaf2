import { expect, test } from "vitest";
import { formatResult, parseResult } from "./result-json.ts";

test("a result comes back as it was, dates included", () => {
  const result = {
    __typename: "PostCreated",
    post: { id: "1", text: '{"$date":"x"}', createdAt: new Date(1234), likes: [1, null, true] },
  };
  expect(parseResult(formatResult(result))).toEqual(result);
});

test("nothing is null, as in an answer", () => {
  expect(parseResult(formatResult(undefined))).toBeNull();
});

test.each([
  ["a function", { count: () => 1 }],
  ["a map", { counts: new Map() }],
  ["a promise", { post: Promise.resolve({}) }],
])("%s in a result is refused: a repeat would not get it", (_, result) => {
  expect(() => formatResult({ result })).toThrow(/plain data/);
});
