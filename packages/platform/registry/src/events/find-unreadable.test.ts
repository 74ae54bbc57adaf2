import type { EventField } from "@sliceway/protocol";
import { describe, expect, test } from "vitest";
import { findUnreadable } from "./find-unreadable.ts";

const text: EventField = { type: "string" };
const object = (properties: Record<string, EventField>, required: string[] = []): EventField => ({
  type: "object",
  properties,
  required,
});

describe("told data can be read", () => {
  test.each<[what: string, read: EventField, told: EventField]>([
    ["that is the same", text, text],
    ["that has more fields", object({ a: text }, ["a"]), object({ a: text, b: text }, ["a", "b"])],
    ["that always has what is read if it is there", object({ a: text }), object({ a: text }, ["a"])],
    ["that never has what is read if it is there", object({ a: text }), object({})],
    ["of fewer types", { type: ["string", "null"] }, text],
    ["of whole numbers", { type: "number" }, { type: "integer" }],
    ["of fewer values", { ...text, enum: ["a", "b"] }, { ...text, enum: ["a"] }],
    ["of a format that is not asked for", text, { ...text, format: "uuid" }],
    ["within narrower bounds", { ...text, maxLength: 9 }, { ...text, minLength: 1, maxLength: 5 }],
  ])("%s", (_, read, told) => {
    expect(findUnreadable(read, told)).toEqual([]);
  });
});

describe("told data cannot be read", () => {
  test.each<[what: string, read: EventField, told: EventField]>([
    ["may be null, and is read as string", text, { type: ["string", "null"] }],
    ["may be number, and is read as integer", { type: "integer" }, { type: "number" }],
    ["may be b, which is not known there", { ...text, enum: ["a"] }, { ...text, enum: ["a", "b"] }],
    ["may be anything, and is read as one of a", { ...text, enum: ["a"] }, text],
    ["has no format, and is read with uuid", { ...text, format: "uuid" }, text],
    [
      "has the format date, and is read with date-time",
      { ...text, format: "date-time" },
      { ...text, format: "date" },
    ],
    ["is read with minLength 1, and has none", { ...text, minLength: 1 }, text],
    ["is read with maximum 5, and has 9", { type: "number", maximum: 5 }, { type: "number", maximum: 9 }],
  ])("that %s", (what, read, told) => {
    expect(findUnreadable(object({ a: read }), object({ a: told }))).toEqual([{ path: "a", what }]);
  });

  test("whose field is gone or may be missing", () => {
    expect(findUnreadable(object({ a: text }, ["a"]), object({}))).toEqual([
      { path: "a", what: "is not there" },
    ]);
    expect(findUnreadable(object({ a: text }, ["a"]), object({ a: text }))).toEqual([
      { path: "a", what: "may be missing, and is read as if it never were" },
    ]);
  });

  test("with the path to what is wrong, through objects and arrays", () => {
    const lines = (price: EventField) =>
      object({ buyer: object({ lines: { type: "array", items: object({ price }) } }) });
    expect(findUnreadable(lines({ type: "integer" }), lines(text))).toMatchObject([
      { path: "buyer.lines[].price" },
    ]);
  });
});
