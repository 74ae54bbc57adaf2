import type { EventSchema } from "@sliceway/protocol";
import { describe, expect, test } from "vitest";
import { createDataCheck } from "./data-check.ts";

const schema: EventSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "shop.Ordered.v1",
  type: "object",
  required: ["orderId", "buyer"],
  properties: {
    orderId: { type: "string", format: "uuid" },
    at: { type: "string", format: "date-time" },
    buyer: { type: ["object", "null"], properties: { id: { type: "string" } }, required: ["id"] },
    lines: { type: "array", items: { type: "object", properties: { price: { type: "integer" } } } },
  },
};
const check = createDataCheck(schema);
const orderId = "8a6e0804-2bd0-4672-b79d-d97027f9071a";

describe("checked data", () => {
  test("is a copy without what the schema does not know", () => {
    const given = { orderId, buyer: { id: "b", age: 3 }, lines: [{ price: 1, colour: "red" }], new: true };
    expect(check(given)).toEqual({ orderId, buyer: { id: "b" }, lines: [{ price: 1 }] });
    expect(given).toHaveProperty("new");
  });

  test("may be null where the schema says so", () => {
    expect(check({ orderId, buyer: null })).toEqual({ orderId, buyer: null });
  });

  test.each([
    [{ buyer: null }, "must have required property 'orderId'"],
    [{ orderId: "1", buyer: null }, '/orderId must match format "uuid"'],
    [{ orderId, buyer: null, at: "yesterday" }, '/at must match format "date-time"'],
    [{ orderId, buyer: {} }, "/buyer must have required property 'id'"],
    [{ orderId, buyer: null, lines: [{ price: 1.5 }] }, "/lines/0/price must be integer"],
    [null, "must be object"],
    [{ orderId: 1 }, "must have required property 'buyer'; /orderId must be string"],
  ])("is not %j", (data, mistakes) => {
    const message = `The data of a shop.Ordered.v1 does not fit its schema: ${mistakes}.`;
    expect(() => check(data)).toThrow(expect.objectContaining({ code: "EVENT_DATA_UNFIT", message }));
  });
});
