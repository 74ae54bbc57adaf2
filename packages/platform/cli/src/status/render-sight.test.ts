import colors from "picocolors";
import { expect, test } from "vitest";
import { renderSight } from "./render-sight.ts";

const view = { colors: colors.createColors(false), width: 60, now: 0 };

test("before anything is known it only says that the registry is waited for", () => {
  const [line, ...more] = renderSight({ status: null, awaySince: new Date() }, view);
  expect(line).toMatch(/^No word from the registry since \d\d:\d\d:\d\d; waiting for it\.$/);
  expect(more).toEqual([]);
});
