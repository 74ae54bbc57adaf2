import type { EventField } from "@sliceway/protocol";
import { describe, expect, test } from "vitest";
import { findChanges } from "./find-changes.ts";

const text: EventField = { type: "string" };
const object = (properties: Record<string, EventField>, required: string[] = []): EventField => ({
  type: "object",
  properties,
  required,
});

describe("a version of an event may", () => {
  test.each<[what: string, before: EventField, after: EventField]>([
    ["be described in other words", text, { ...text, description: "Better.", examples: ["a"] }],
    ["have more fields that may be missing", object({ a: text }, ["a"]), object({ a: text, b: text }, ["a"])],
    ["have more values", { ...text, enum: ["a"] }, { ...text, enum: ["a", "b"] }],
    ["name its types in another order", { type: ["string", "null"] }, { type: ["null", "string"] }],
  ])("%s", (_, before, after) => {
    expect(findChanges(before, after)).toEqual([]);
  });
});

describe("a version of an event may not have a field that", () => {
  const a = (field: EventField) => object({ a: field });
  test.each<[what: string, before: EventField, after: EventField]>([
    ["was taken away", a(text), object({})],
    ["is new and must be there, which it is not in earlier events", object({}), object({ a: text }, ["a"])],
    ["may be missing now", object({ a: text }, ["a"]), a(text)],
    ["must be there now, which it need not be in earlier events", a(text), object({ a: text }, ["a"])],
    ["was string and is number", a(text), a({ type: "number" })],
    ["was string and is null or string", a(text), a({ type: ["string", "null"] })],
    ["had format uuid and has none", a({ ...text, format: "uuid" }), a(text)],
    ["had maxLength none and has 5", a(text), a({ ...text, maxLength: 5 })],
    ["can be b no more", a({ ...text, enum: ["a", "b"] }), a({ ...text, enum: ["a"] })],
    ["was or is an enumeration, but not both", a(text), a({ ...text, enum: ["a"] })],
  ])("%s", (what, before, after) => {
    expect(findChanges(before, after)).toEqual([{ path: "a", what }]);
  });

  test("changes, however deep it lies", () => {
    const list = (items: EventField): EventField => object({ list: { type: "array", items } });
    expect(findChanges(list(a(text)), list(object({})))).toEqual([
      { path: "list[].a", what: "was taken away" },
    ]);
  });
});
