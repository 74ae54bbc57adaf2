import { expect, test } from "vitest";
import { renderMs } from "./render-ms.ts";

test.each([
  [0.4, "0 ms"],
  [999, "999 ms"],
  [1250, "1.3 s"],
  [125_000, "2 min 5 s"],
])("%d ms is written %s", (ms, text) => {
  expect(renderMs(ms)).toBe(text);
});
