import { SlicewayError } from "@sliceway/errors";
import { expect, expectTypeOf, test } from "vitest";
import { defineErrors } from "./define-errors.ts";

const errors = defineErrors({
  NO_CANARY: { title: "No canary runs", fix: "Begin one: sliceway deploy {slice} --canary {percent}." },
  LOG_EMPTY: { title: "A log is empty", fix: "Start the platform." },
});

test("a row says what is wrong and what to do about it", () => {
  expect(errors.NO_CANARY("posts has none.", { slice: "posts", percent: 10 })).toEqual({
    code: "NO_CANARY",
    message: "posts has none.",
    fix: "Begin one: sliceway deploy posts --canary 10.",
  });
  expect(errors.LOG_EMPTY("It is empty.")).toMatchObject({ code: "LOG_EMPTY", fix: "Start the platform." });
  expectTypeOf(errors.NO_CANARY("", { slice: "", percent: 1 }).code).toEqualTypeOf<"NO_CANARY">();
});

test("values for the fix are neither forgotten nor made up", () => {
  expectTypeOf(errors.NO_CANARY).parameters.toEqualTypeOf<
    [message: string, values: Record<"slice" | "percent", string | number>]
  >();
  expectTypeOf(errors.LOG_EMPTY).parameters.toEqualTypeOf<[message: string]>();
});

test("a row can be read without an error", () => {
  expect({ ...errors.LOG_EMPTY }).toEqual({
    code: "LOG_EMPTY",
    title: "A log is empty",
    fix: "Start the platform.",
  });
});

test("an error carries the text and its cause", () => {
  const cause = new Error("ENOENT");
  const error = new SlicewayError(errors.LOG_EMPTY("It is empty."), { cause });
  expect(error).toMatchObject({
    code: "LOG_EMPTY",
    message: "It is empty.",
    fix: "Start the platform.",
    cause,
  });
});
