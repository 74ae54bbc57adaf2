import { expect, it } from "vitest";
import { readFaults } from "./note-faults.ts";

const error = (extensions: Record<string, unknown>) => ({ message: "", extensions });

it.each([
  ["nothing", [], null],
  ["what somebody did wrong", [error({ code: "BAD_USER_INPUT", slice: "notes" })], null],
  ["a client that left", [error({ code: "SLICE_UNAVAILABLE", slice: "notes", reason: "cancelled" })], null],
  [
    "a slice that is away",
    [error({ code: "SLICE_UNAVAILABLE", slice: "notes", reason: "reset" })],
    ["notes"],
  ],
  ["a bug of the gateway", [error({ code: "INTERNAL_SERVER_ERROR" })], []],
  [
    "bugs of slices",
    [
      error({ code: "INTERNAL_ERROR", slice: "notes" }),
      error({ code: "INTERNAL_ERROR", slice: "notes" }),
      error({ code: "DATABASE_UNAVAILABLE", slice: "people" }),
      error({ code: "NOT_FOUND", slice: "feeds" }),
    ],
    ["notes", "people"],
  ],
])("blames %s", (_, errors, slices) => {
  expect(readFaults(errors)).toEqual(slices);
});
