import { expect, test } from "vitest";
import { routePath } from "./route-path.ts";

test("parameters are filled in and encoded", () => {
  expect(routePath("/notes/:id", { id: "a/b" })).toBe("/notes/a%2Fb");
  expect(routePath("/@:handle", { handle: "alice" })).toBe("/@alice");
});

test("a missing parameter is an error", () => {
  expect(() => routePath("/notes/:id", {})).toThrow("needs the parameter id");
});
