import { expect, test } from "vitest";
import { RateMeter } from "./rate-meter.ts";

test("a rate is known after a while, follows the last seconds, and begins anew with the count", () => {
  const meter = new RateMeter();
  expect(meter.note("a", 100, 0)).toBeNull();
  expect(meter.note("b", 7, 500)).toBeNull();
  expect(meter.note("a", 120, 2_000)).toBe(10);
  expect(meter.note("a", 120, 9_000)).toBe(0);
  expect(meter.note("a", 3, 10_000)).toBeNull();
  expect(meter.note("a", 23, 12_000)).toBe(10);
});
