import { expect, test } from "vitest";
import { compareEffects } from "./compare-effects.ts";

const effects = (...numbers: number[]) => numbers.map((number, place) => ({ place, subject: "a", number }));
const compare = (version: number, ...numbers: number[]) =>
  compareEffects(new Map([["a", version]]), effects(...numbers)).map(({ kind, place }) => `${kind} ${place}`);

test("each once and in order is right", () => {
  expect(compare(3, 1, 2, 3)).toEqual([]);
});

test("a gap shows with the next effect, or at the end", () => {
  expect(compare(4, 1, 3)).toEqual(["lost 1", "lost Infinity"]);
});

test("a repetition is doubled, not out of order", () => {
  expect(compare(2, 1, 2, 1)).toEqual(["doubled 2"]);
});

test("what comes late is out of order, once", () => {
  expect(compare(3, 2, 3, 1)).toEqual(["outOfOrder 2"]);
});

test("an effect without a change is one too many", () => {
  expect(compareEffects(new Map(), effects(1))).toEqual([{ kind: "doubled", place: 0 }]);
});
