import type { EventSchema } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { pickFields } from "./pick-fields.ts";

const price = { type: "integer" } as const;
const name = { type: "string" } as const;
const ordered: EventSchema = {
  title: "shop.Ordered.v1",
  type: "object",
  required: ["orderId", "buyer", "lines"],
  properties: {
    orderId: { type: "string", format: "uuid" },
    note: { type: "string" },
    buyer: { type: ["object", "null"], properties: { id: name, name }, required: ["id"] },
    lines: { type: "array", items: { type: "object", properties: { price, title: name } } },
  },
};

test("keeps the fields that are read, as required as they were", () => {
  expect(pickFields(ordered, ["orderId", "note"])).toEqual({
    unknown: [],
    schema: {
      title: "shop.Ordered.v1",
      type: "object",
      required: ["orderId"],
      properties: { orderId: { type: "string", format: "uuid" }, note: { type: "string" } },
    },
  });
});

test("goes into objects and through arrays", () => {
  expect(pickFields(ordered, ["buyer.name", "lines[].price"]).schema).toMatchObject({
    required: ["buyer", "lines"],
    properties: {
      buyer: { type: ["object", "null"], properties: { name }, required: [] },
      lines: { type: "array", items: { type: "object", properties: { price } } },
    },
  });
});

test("takes all of a field that is named itself", () => {
  expect(pickFields(ordered, ["buyer", "buyer.name"]).schema.properties).toEqual({
    buyer: ordered.properties?.buyer,
  });
  expect(pickFields(ordered, ["lines[]"]).schema.properties).toEqual({ lines: ordered.properties?.lines });
});

test("reads nothing if nothing is named", () => {
  expect(pickFields(ordered, []).schema).toEqual({
    title: "shop.Ordered.v1",
    type: "object",
    properties: {},
    required: [],
  });
});

test("says which fields are not there, by their whole path", () => {
  const { unknown } = pickFields(ordered, ["orderID", "buyer.age", "lines.price", "lines[].cost", "note[]"]);
  expect(unknown).toEqual(["orderID", "buyer.age", "lines.price", "lines[].cost", "note[]"]);
});
