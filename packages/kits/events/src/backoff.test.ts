import { expect, test } from "vitest";
import { backoffMs } from "./backoff.ts";

test("the pause doubles up to the longest", () => {
  const pauses = [1, 2, 3, 10].map((failures) => backoffMs(failures, 1_000, () => 1));
  expect(pauses).toEqual([100, 200, 400, 1_000]);
});

test("jitter takes away up to half", () => {
  expect(backoffMs(2, 1_000, () => 0)).toBe(100);
});
