import { expect, test } from "vitest";
import { createRandom } from "./create-random.ts";

test("the same seed gives the same row, another one another", () => {
  const row = (seed: number) => Array.from({ length: 20 }, createRandom(seed).next);
  expect(row(7)).toEqual(row(7));
  expect(row(7)).not.toEqual(row(8));
});

test("a number between two may be either of them", () => {
  const { between } = createRandom(1);
  expect(new Set(Array.from({ length: 100 }, () => between(1, 3)))).toEqual(new Set([1, 2, 3]));
});
