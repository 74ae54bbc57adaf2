import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("what is not said is the trial in full", () => {
  expect(readOptions([])).toMatchObject({ swaps: 100, rollbacks: 25, rate: 200, json: false });
});

test("a wrong option is named", () => {
  expect(() => readOptions(["--rate", "many"])).toThrow("--rate");
  expect(() => readOptions(["--nope"])).toThrow("--nope");
});
