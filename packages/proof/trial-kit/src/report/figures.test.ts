import { expect, test } from "vitest";
import { figuresOf } from "./figures.ts";

test("of a hundred, the middle, the ninety-ninth and the last", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(figuresOf(values)).toEqual({ count: 100, p50: 51, p99: 100, max: 100 });
  expect(figuresOf([])).toEqual({ count: 0, p50: 0, p99: 0, max: 0 });
});
