import { expect, test } from "vitest";
import { parsePss, parseStat } from "./proc.ts";

test("a process's parent stands behind its name, whatever that holds", () => {
  expect(parseStat("12 (node) S 7 12 12 0 -1")).toEqual({ pid: 12, parent: 7 });
  expect(parseStat("13 (a) S 9 (b)) R 8 13 0")).toEqual({ pid: 13, parent: 8 });
  expect(parseStat("")).toBeNull();
});

test("the share of memory is in kilobytes; that of an ended process is unknown", () => {
  expect(parsePss("Rss:  200 kB\nPss:                 150 kB\nPss_Dirty:  90 kB\n")).toBe(150 * 1024);
  expect(parsePss("")).toBeNull();
});
