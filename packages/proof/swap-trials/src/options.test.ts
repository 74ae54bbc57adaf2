import { expect, test } from "vitest";
import { readSwapOptions } from "./options.ts";

test("what is not said is the trial in full", () => {
  expect(readSwapOptions([])).toMatchObject({ swaps: 100, rollbacks: 25, rate: 200, json: false });
});

test("a wrong option is named", () => {
  expect(() => readSwapOptions(["--rate", "many"])).toThrow("--rate");
  expect(() => readSwapOptions(["--nope"])).toThrow("--nope");
});
