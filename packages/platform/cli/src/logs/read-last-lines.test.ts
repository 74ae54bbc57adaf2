import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { readLastLines } from "./read-last-lines.ts";

test.each([
  ["a\nb\nc\n", 2, ["b", "c"], 6],
  ["a\nb\n", 9, ["a", "b"], 4],
  ["a\nhalf", 9, ["a"], 2],
  ["a\nb\n", 0, [], 4],
  ["half", 9, [], 0],
  ["", 9, [], 0],
])("of %j the last %d lines are %j", async (text, count, lines, end) => {
  await using folder = await temporaryFolder({ log: text });
  expect(await readLastLines(join(folder.path, "log"), count)).toEqual({ lines, end });
});

test("a long file is read from its end", async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `${index} ${"x".repeat(20)}`);
  await using folder = await temporaryFolder({ log: `${lines.join("\n")}\n` });
  expect((await readLastLines(join(folder.path, "log"), 5000)).lines).toEqual(lines.slice(-5000));
});
