import { expect, test } from "vitest";
import { backOffMs } from "./back-off.ts";

test("waits longer each time, up to ten seconds", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 20].map(backOffMs)).toEqual([
    250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000,
  ]);
});
