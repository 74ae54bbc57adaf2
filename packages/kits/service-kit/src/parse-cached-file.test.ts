import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { parseCachedFile } from "./parse-cached-file.ts";
import { parseFile } from "./parse-file.ts";

const schema = z.strictObject({ id: z.string() });

test.each([
  ['{"id":"a"}', { id: "a" }],
  ['{"id":', null],
  ['{"name":"a"}', null],
])("of %s there is %j", async (text, expected) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "sliceway-"));
  const path = join(folder.path, "state.json");
  await writeFile(path, text);
  expect(await parseCachedFile(schema, path)).toEqual(expected);
  expect(await parseCachedFile(schema, join(folder.path, "none.json"))).toBeNull();
});

test.each([parseFile, parseCachedFile])("%o refuses a format that is not known here", async (parse) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "sliceway-"));
  const path = join(folder.path, "state.json");
  await writeFile(path, '{"format":2,"name":"a"}');
  await expect(parse(schema, path)).rejects.toMatchObject({
    code: "FORMAT_UNKNOWN",
    message: expect.stringContaining(path),
  });
});
