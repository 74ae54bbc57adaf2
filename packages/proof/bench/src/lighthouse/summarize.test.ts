import type { Result } from "lighthouse";
import { expect, test } from "vitest";
import { summarize } from "./summarize.ts";

const audit = (
  id: string,
  score: number | null,
  numericValue?: number,
): [string, Result["audits"][string]] => [
  id,
  { id, title: `About ${id}`, description: "", score, scoreDisplayMode: "numeric", numericValue },
];

test("scores, vitals, and what each audit takes from its category, dearest first", () => {
  const audits = Object.fromEntries([
    audit("largest-contentful-paint", 0.6, 2400),
    audit("total-blocking-time", 1, 30),
    audit("cumulative-layout-shift", 1, 0),
    audit("image-alt", 0),
    audit("not-here", null),
  ]);
  const category = (id: string, score: number, weights: Record<string, number>) => ({
    id,
    title: id,
    score,
    auditRefs: Object.entries(weights).map(([id, weight]) => ({ id, weight })),
  });
  const performance = {
    "largest-contentful-paint": 1,
    "total-blocking-time": 1,
    "cumulative-layout-shift": 2,
  };
  const summary = summarize({
    audits,
    categories: {
      performance: category("performance", 0.9, performance),
      accessibility: category("accessibility", 0.75, {
        "image-alt": 1,
        "not-here": 5,
        "total-blocking-time": 1,
      }),
    },
  });

  expect(summary).toMatchObject({
    scores: { performance: 90, accessibility: 75 },
    lcpMs: 2400,
    tbtMs: 30,
    cls: 0,
  });
  expect(summary.findings.map(({ audit, points }) => [audit, Math.round(points)])).toEqual([
    ["image-alt", 50],
    ["largest-contentful-paint", 10],
  ]);
});
