import { expect, test } from "vitest";
import { reconcile } from "./reconcile.ts";

test("starts what is missing, stops what is too much, leaves the rest alone", () => {
  expect(reconcile(["a@1", "b@2"], ["b@2", "c@3"])).toEqual({ start: ["a@1"], stop: ["c@3"] });
  expect(reconcile(["a@1", "a@1"], ["a@1"])).toEqual({ start: [], stop: [] });
});
