import { expect, test } from "vitest";
import { backOffMs } from "./back-off-ms.ts";

test("the pause doubles up to the longest", () => {
  const pauseAfter = (failures: number) =>
    backOffMs(failures, { firstMs: 100, longestMs: 1_000, random: () => 1 });
  expect([1, 2, 3, 10, 10_000].map(pauseAfter)).toEqual([100, 200, 400, 1_000, 1_000]);
});

test("jitter takes away up to half", () => {
  expect(backOffMs(2, { firstMs: 100, longestMs: 1_000, random: () => 0 })).toBe(100);
});

test("no pause is asked for by zeros", () => {
  expect(backOffMs(1, { firstMs: 0, longestMs: 0 })).toBe(0);
});
