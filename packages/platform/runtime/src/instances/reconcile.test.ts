import { expect, test } from "vitest";
import { reconcile } from "./reconcile.ts";

const [a, b, c] = ["a@111111111111", "b@222222222222", "c@333333333333"] as const;

test("starts what is missing, stops what is too much, leaves the rest alone", () => {
  expect(reconcile([a, b], [b, c])).toEqual([
    { kind: "start", release: a },
    { kind: "stop", release: c },
  ]);
});

test("does nothing when all is as wanted, however often it is named", () => {
  expect(reconcile([a, a], [a])).toEqual([]);
});
