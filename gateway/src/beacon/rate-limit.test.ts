import { expect, test } from "vitest";
import { RateLimit } from "./rate-limit.ts";

test("each key has its own share of each window", () => {
  let now = 0;
  const limit = new RateLimit(2, 1000, () => now);
  expect(["a", "a", "a", "b"].map((key) => limit.allows(key))).toEqual([true, true, false, true]);
  now = 1000;
  expect(limit.allows("a")).toBe(true);
});
