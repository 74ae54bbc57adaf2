import { expect, test } from "vitest";
import { findNear } from "./find-near.ts";

const codes = ["PORT_TAKEN", "ROUTE_TAKEN", "NOT_RUNNING", "STILL_RUNNING", "ALREADY_RUNNING"];

test("a slip of the keyboard is near, the nearest first", () => {
  expect(findNear("PROT_TAKEN", codes)).toEqual(["PORT_TAKEN", "ROUTE_TAKEN"]);
});

test("a part of a code is near", () => {
  expect(findNear("RUNNING", codes)).toEqual(["NOT_RUNNING", "STILL_RUNNING", "ALREADY_RUNNING"]);
});

test("what is like nothing is near to nothing", () => {
  expect(findNear("SOMETHING_ELSE", codes)).toEqual([]);
});
