import { expect, test } from "vitest";
import { hueOf } from "./hue-of.ts";

test("an id has the same hue every time, within the circle", () => {
  expect(hueOf("a1")).toBe(hueOf("a1"));
  expect(hueOf("")).toBeGreaterThanOrEqual(0);
  expect(hueOf("")).toBeLessThan(360);
});

test("ids that count up do not look alike", () => {
  const hues = Array.from({ length: 60 }, (_, index) => hueOf(`user-${index}`));
  const sixths = new Set(hues.map((hue) => Math.floor(hue / 60)));
  expect(sixths.size).toBe(6);
});
