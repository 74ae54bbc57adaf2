import { expect, test } from "vitest";
import { hueOf } from "./hue-of.ts";
import { initials } from "./initials.ts";

test.each([
  ["Alice Liddell", "AL"],
  ["bob", "B"],
  ["Ada King Lovelace", "AL"],
  ["김민지", "민지"],
  ["남궁민수", "민수"],
  ["이도", "이"],
  ["👩‍🚀 Sally", "👩‍🚀S"],
  ["  ", ""],
])("%s is %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test("an id has the same hue every time, and neighbours differ", () => {
  expect(hueOf("a1")).toBe(hueOf("a1"));
  expect(hueOf("a1")).not.toBe(hueOf("a2"));
  expect(hueOf("")).toBeGreaterThanOrEqual(0);
});
