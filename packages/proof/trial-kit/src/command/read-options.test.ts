import { expect, test } from "vitest";
import { z } from "zod";
import { readOptions } from "./read-options.ts";

const schema = z.object({
  runs: z.coerce.number().int().min(1).default(1),
  point: z.coerce.number().optional(),
  short: z.boolean().default(false),
});
const read = (...argv: string[]) => readOptions(argv, schema, { usage: "npm run x -- --help", words: true });

test("what is not said is as the schema says", () => {
  expect(read()).toEqual({ runs: 1, short: false, json: false, help: false, words: [] });
});

test("switches take no value, all others one; what is left are words", () => {
  expect(read("memory", "--short", "--runs", "3", "-h", "--json")).toEqual({
    runs: 3,
    short: true,
    json: true,
    help: true,
    words: ["memory"],
  });
});

test("a wrong option is named, with where to look", () => {
  const thrown = (...argv: string[]) => {
    try {
      return read(...argv);
    } catch (error) {
      return error;
    }
  };
  expect(thrown("--runs", "many")).toMatchObject({
    code: "OPTION_INVALID",
    message: expect.stringContaining("--runs"),
    fix: "npm run x -- --help says what there is.",
  });
  expect(thrown("--nope")).toMatchObject({ message: expect.stringContaining("--nope") });
});
