import { expect, test } from "vitest";
import { formatMessage } from "./format-message.ts";

test("plurals follow the language", () => {
  const text = "{count, plural, =0 {No notes} one {# note} other {# notes}}";
  expect([0, 1, 2].map((count) => formatMessage("en", text, { count }))).toEqual([
    "No notes",
    "1 note",
    "2 notes",
  ]);
});

test("a text without values is itself", () => {
  expect(formatMessage("ko", "메모")).toBe("메모");
});
