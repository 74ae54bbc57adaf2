import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contrast } from "./contrast.ts";
import { readColors } from "./read-colors.ts";

const colors = readColors(readFileSync(join(import.meta.dirname, "color.css"), "utf8"));
const TEXT = 4.5;
const SHAPE = 3;

/** Foreground, background, and the contrast that WCAG 2.2 AA asks of the pair. */
const PAIRS: [string, string, number][] = [
  ...["canvas", "surface", "raised", "sunken"].map((on): [string, string, number] => ["ink", on, TEXT]),
  ...["canvas", "surface", "raised", "sunken"].map((on): [string, string, number] => ["ink-muted", on, TEXT]),
  ...["canvas", "surface", "accent-soft"].map((on): [string, string, number] => ["accent", on, TEXT]),
  ...["canvas", "surface", "raised", "danger-soft"].map((on): [string, string, number] => [
    "danger",
    on,
    TEXT,
  ]),
  ["like", "surface", TEXT],
  ["on-accent", "accent", TEXT],
  ["on-accent", "accent-hover", TEXT],
  ["on-danger", "danger-fill", TEXT],
  ["on-danger", "danger-fill-hover", TEXT],
  ["canvas", "ink", TEXT],
  ["field-line", "surface", SHAPE],
  ["field-line", "canvas", SHAPE],
];

describe.each(["light", "dark"] as const)("%s", (theme) => {
  test.each(PAIRS)("%s on %s reaches %d", (foreground, background, least) => {
    const pair = [colors[foreground]?.[theme], colors[background]?.[theme]] as const;
    expect(contrast(...pair)).toBeGreaterThanOrEqual(least);
  });
});
