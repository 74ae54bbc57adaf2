import type { EventSchema } from "@sliceway/protocol";
import { describe, expect, test } from "vitest";
import { createDowncast } from "./create-downcast.ts";

interface Versions {
  "a.Made.v1": { name: string };
  "a.Made.v2": { names: string[] };
  "a.Made.v10": { names: string[]; by: string };
}

const name = { type: "string" } as const;
const names = { type: "array", items: name } as const;
const schema = (title: string, properties: EventSchema["properties"]): EventSchema => ({
  title,
  type: "object",
  properties,
  required: Object.keys(properties ?? {}),
});
const schemas = {
  "a.Made.v1": schema("a.Made.v1", { name }),
  "a.Made.v2": schema("a.Made.v2", { names }),
  "a.Made.v10": schema("a.Made.v10", { names, by: name }),
};

describe("what happened", () => {
  const downcast = createDowncast<Versions>(schemas, {
    "a.Made.v10": { to: "a.Made.v2", change: ({ names }) => ({ names }) },
    "a.Made.v2": { to: "a.Made.v1", change: ({ names }) => ({ name: names.join(" ") }) },
  });
  const data = { names: ["x", "y"], by: "z" };

  test("is published in all versions of the contract, the newest first", () => {
    expect(downcast({ type: "a.Made.v10", data: { ...data, secret: 1 } })).toEqual([
      { type: "a.Made.v10", data },
      { type: "a.Made.v2", data: { names: ["x", "y"] } },
      { type: "a.Made.v1", data: { name: "x y" } },
    ]);
  });

  test.each([
    ["EVENT_OUTDATED", "a.Made.v2", data],
    ["EVENT_UNKNOWN", "a.Unmade.v1", data],
    ["EVENT_DATA_UNFIT", "a.Made.v10", { names: [] }],
  ])("is refused with %s: %s", (code, type, data) => {
    expect(() => downcast({ type, data })).toThrow(expect.objectContaining({ code }));
  });
});

describe("older versions are made by downcasts", () => {
  const change = () => ({ name: "x" });

  test("one is missing", () => {
    expect(() => createDowncast<Versions>(schemas, {})).toThrow(
      /a\.Made\.v10 and a\.Made\.v2, but there is no/,
    );
  });

  test("one leaves a version out", () => {
    const downcasts = { "a.Made.v10": { to: "a.Made.v1", change } } as const;
    expect(() => createDowncast<Versions>(schemas, downcasts)).toThrow(/no downcast/);
  });

  test("one leads to a version that is not published", () => {
    const published = { "a.Made.v2": schemas["a.Made.v2"] };
    const downcasts = { "a.Made.v2": { to: "a.Made.v1", change } } as const;
    expect(() => createDowncast(published, downcasts as object)).toThrow(/no older version/);
  });
});
