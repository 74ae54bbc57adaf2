import { expect, test } from "vitest";
import { isStale } from "./freshness.ts";

test.each([
  [{ visible: true, focused: true }, 1_500, true],
  [{ visible: true, focused: true }, 1_499, false],
  [{ visible: true, focused: false }, 9_999, false],
  [{ visible: true, focused: false }, 10_000, true],
  [{ visible: false, focused: false }, 60_000, false],
])("%o after %d ms: %s", (page, ageMs, expected) => {
  expect(isStale(page, ageMs)).toBe(expected);
});
