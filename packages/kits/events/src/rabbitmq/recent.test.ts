import { expect, test } from "vitest";
import { createRecent } from "./recent.ts";

test("remembers the last that were added, each counted once", () => {
  const recent = createRecent(2);
  for (const value of ["a", "b", "a", "c"]) recent.add(value);
  expect(["a", "b", "c"].map(recent.has)).toEqual([true, false, true]);
});
