import { expect, test } from "vitest";
import { nextPath } from "./next-path.ts";

test.each([
  ["/posts/1?a=b#c", "/posts/1?a=b#c"],
  [null, "/"],
  ["", "/"],
  ["https://evil.example/", "/"],
  ["//evil.example/", "/"],
  ["/\\evil.example/", "/"],
  ["javascript:alert(1)", "/"],
])("%j leads to %j", (wanted, path) => {
  expect(nextPath(wanted)).toBe(path);
});
