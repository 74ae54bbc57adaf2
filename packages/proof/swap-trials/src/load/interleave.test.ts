import { expect, test } from "vitest";
import { interleave } from "./interleave.ts";

test("spreads each item evenly", () => {
  const counts = [
    ["a", 4],
    ["b", 2],
    ["c", 1],
  ] as const;
  expect(interleave(counts).join("")).toBe("abacaba");
});
