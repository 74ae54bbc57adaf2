import { expect, test } from "vitest";
import { z } from "zod";
import { encodeCursor } from "./cursor.ts";
import { readPage } from "./page.ts";

const keySchema = z.tuple([z.iso.datetime(), z.uuid()]);
const key: z.infer<typeof keySchema> = ["2026-01-02T03:04:05.678Z", "5f0c3a4e-6b1f-4c59-9a58-0d1c2b3a4f5e"];

test.each([
  [undefined, 20],
  [null, 20],
  [0, 1],
  [-5, 1],
  [7, 7],
  [1_000_000, 100],
])("first: %s gives %s", (first, expected) => {
  expect(readPage({ first }, keySchema)).toEqual({ first: expected, after: null });
});

test("a cursor comes back as the key that it was made of", () => {
  expect(readPage({ after: encodeCursor(key) }, keySchema).after).toEqual(key);
});

test.each([
  ["no cursor at all", "!?"],
  ["a cursor of another list", encodeCursor(["alice"])],
  ["a key of the wrong kind", encodeCursor(["yesterday", key[1]])],
])("%s is refused", (_, after) => {
  expect(() => readPage({ after }, keySchema)).toThrow(
    expect.objectContaining({ extensions: { code: "BAD_CURSOR" } }),
  );
});
