import { expect, test } from "vitest";
import { createPortPreference } from "./slice-ports.ts";

test("each slice gets the next pair, and always the same one", () => {
  const preferred = createPortPreference();
  expect([preferred("b"), preferred("a"), preferred("b")]).toEqual([
    [3010, 3020],
    [3011, 3021],
    [3010, 3020],
  ]);
});

test("beyond ten slices any port will do", () => {
  const preferred = createPortPreference();
  const pairs = Array.from({ length: 11 }, (_, index) => preferred(`slice-${index}`));
  expect([pairs[9], pairs[10]]).toEqual([[3019, 3029], []]);
});
