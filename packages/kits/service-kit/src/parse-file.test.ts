import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { parseFile } from "./parse-file.ts";

const schema = z.object({
  name: z.string(),
  web: z.object({ routes: z.array(z.object({ path: z.string() })) }),
});
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "sliceway-test-"));
});
afterAll(() => rm(dir, { recursive: true }));

async function write(content: string): Promise<string> {
  const path = join(dir, "slice.json");
  await writeFile(path, content);
  return path;
}

test("parses a file", async () => {
  const path = await write('{"name":"posts","web":{"routes":[]}}');
  expect(await parseFile(schema, path)).toEqual({ name: "posts", web: { routes: [] } });
});

test("names the file, each place in it, and the reason", async () => {
  const path = await write('{"web":{"routes":[{"path":"/"},{"path":7}]}}');
  await expect(parseFile(schema, path)).rejects.toMatchObject({
    code: "FILE_INVALID",
    message: `${path} is not valid: name is missing; web.routes.1.path: Invalid input: expected string, received number.`,
  });
});

test("says when it is no JSON, and when it is not there", async () => {
  await expect(parseFile(schema, await write("{"))).rejects.toMatchObject({ code: "FILE_INVALID" });
  await expect(parseFile(schema, join(dir, "none.json"))).rejects.toMatchObject({
    code: "FILE_UNREADABLE",
    message: `${join(dir, "none.json")} does not exist.`,
  });
});
