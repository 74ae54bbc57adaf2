import { expect, test } from "vitest";
import { renderAge } from "./render-age.ts";

test.each([
  [0.4, "0 s"],
  [99, "99 s"],
  [180, "3 min"],
  [7_200, "2 h"],
  [300_000, "3 d"],
])("%d s is written %s", (seconds, text) => {
  expect(renderAge(seconds)).toBe(text);
});
