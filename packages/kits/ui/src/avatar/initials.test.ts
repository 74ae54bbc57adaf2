import { expect, test } from "vitest";
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
