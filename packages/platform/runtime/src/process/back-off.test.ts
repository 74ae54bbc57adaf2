import { expect, test } from "vitest";
import { backOffMs } from "./back-off.ts";

test("waits twice as long each time, three seconds at most", () => {
  expect([1, 2, 3, 4, 5, 6, 1000].map(backOffMs)).toEqual([200, 400, 800, 1600, 3000, 3000, 3000]);
});
