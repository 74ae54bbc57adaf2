import { expect, test } from "vitest";
import { planRelief } from "./plan-relief.ts";

const held = [
  { vector: "first", servers: ["notes@1", "people@1"] },
  { vector: "second", servers: ["notes@2", "people@1"] },
  { vector: "third", servers: ["notes@3", "people@1"] },
];
const kept = new Set(["notes@4", "people@1"]);
const relief = (budgetBytes: number) => planRelief({ held, kept, memoryOf: () => 100, budgetBytes });

test("pages stay while their servers fit the budget, and go oldest first when not", () => {
  expect(relief(300)).toEqual([]);
  expect(relief(200)).toEqual(["first"]);
  expect(relief(0)).toEqual(["first", "second", "third"]);
});

test("nobody is asked to move where that would end no server", () => {
  const same = [{ vector: "same servers", servers: ["people@1"] }, ...held];
  expect(planRelief({ held: same, kept, memoryOf: () => 100, budgetBytes: 200 })).toEqual(["first"]);
});
