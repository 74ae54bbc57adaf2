import { expect, test } from "vitest";
import { compareCounts } from "./compare-counts.ts";

const answered = new Map([
  ["v-1", 10],
  ["v-2", 5],
]);
const at = (requests: number, failed = 0) => ({ requests, failed });

test("equal counts are equal, and what was cut may have been counted", () => {
  const exact = { "v-1": at(10), "v-2": at(5, 1) };
  expect(compareCounts(answered, 0, exact)).toEqual({
    answered: 15,
    counted: 15,
    cut: 0,
    failed: 1,
    problems: [],
  });
  expect(compareCounts(answered, 2, { ...exact, "v-1": at(12) }).problems).toEqual([]);
});

test("a request that is missing or that nobody sent is told", () => {
  expect(compareCounts(answered, 9, { "v-1": at(10), "v-2": at(4) }).problems).toEqual([
    "the registry reports 4 requests at v-2, clients had 5",
  ]);
  expect(compareCounts(answered, 1, { "v-1": at(10), "v-2": at(5), "v-3": at(2) }).problems).toEqual([
    "the registry reports 1 requests that no client has sent",
  ]);
});
