import { expect, test } from "vitest";
import { createMoveLimit } from "./move-limit.ts";

test("after three moves a minute has to pass since the first", () => {
  let now = 1_000_000;
  const limit = createMoveLimit(() => now);
  for (let move = 0; move < 3; move += 1) {
    expect(limit.allows()).toBe(true);
    limit.note();
    now += 10_000;
  }
  expect(limit.allows()).toBe(false);
  now += 30_000;
  expect(limit.allows()).toBe(true);
});
