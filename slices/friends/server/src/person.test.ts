import { expect, test } from "vitest";
import { escapeLike, fold } from "./person.ts";

test.each([
  ["  Alice \t MOREAU ", "alice moreau"],
  ["김서연".normalize("NFD"), "김서연"],
  ["ÅSA", "åsa"],
])("%j is compared as %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("signs that LIKE knows mean themselves", () => {
  expect(escapeLike("100%_\\")).toBe("100\\%\\_\\\\");
});
