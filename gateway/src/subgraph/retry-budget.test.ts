import { expect, it } from "vitest";
import { RetryBudget } from "./retry-budget.ts";

function takeAll(budget: RetryBudget): number {
  let taken = 0;
  while (budget.take()) taken += 1;
  return taken;
}

it("lets one request in five be sent again", () => {
  const budget = new RetryBudget();
  takeAll(budget);
  for (let request = 0; request < 25; request += 1) budget.onRequest();
  expect(takeAll(budget)).toBe(5);
});

it("saves no more than a handful", () => {
  const budget = new RetryBudget();
  for (let request = 0; request < 1000; request += 1) budget.onRequest();
  expect(takeAll(budget)).toBe(10);
});
