import { expect, test } from "vitest";
import type { Numbered } from "../commands/command.ts";
import { shrink } from "./shrink.ts";

const groups: Numbered[][] = [[1, 2], [3], [4, 5, 6], [7], [8]].map((numbers) =>
  numbers.map((number) => ({ number, kind: "rollback", slice: "notes" })),
);
const numbersOf = (some: readonly (readonly Numbered[])[]) =>
  some.map((group) => group.map(({ number }) => number));

test("what is not needed is left out, and the groups stay groups", async () => {
  const fails = async (some: readonly (readonly Numbered[])[]) => {
    const left = some.flat().map(({ number }) => number);
    return [2, 4, 6].every((number) => left.includes(number));
  };
  expect(numbersOf(await shrink(groups, fails, { tries: 100, ms: 10_000 }))).toEqual([[2], [4, 6]]);
});

test("it ends within its bounds with a list that fails", async () => {
  let tries = 0;
  const fails = async () => ++tries === 1;
  expect(numbersOf(await shrink(groups, fails, { tries: 3, ms: 10_000 }))).toEqual([[5, 6], [7], [8]]);
  expect(tries).toBeLessThanOrEqual(3);
});
