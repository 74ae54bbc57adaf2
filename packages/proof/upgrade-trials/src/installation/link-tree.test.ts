import { mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editFile } from "./edit-file.ts";
import { linkTree } from "./link-tree.ts";

test("a tree and its links are the same until a file of one is replaced", async () => {
  await using stack = new AsyncDisposableStack();
  const dir = await mkdtemp(join(tmpdir(), "link-tree-"));
  stack.defer(() => rm(dir, { recursive: true }));
  const [from, to] = [join(dir, "from"), join(dir, "to")];
  await mkdir(join(from, "texts"), { recursive: true });
  await writeFile(join(from, "texts/en.json"), '{"like": "Like"}');
  await symlink("texts/en.json", join(from, "default"));

  await linkTree(from, to);
  expect(await readFile(join(to, "default"), "utf8")).toBe('{"like": "Like"}');
  expect(await readlink(join(to, "default"))).toBe("texts/en.json");

  const edit = { path: "texts/en.json", from: '"Like"', to: '"Applaud"' };
  await editFile(to, edit);
  await editFile(to, edit);
  expect(await readFile(join(to, "texts/en.json"), "utf8")).toBe('{"like": "Applaud"}');
  expect(await readFile(join(from, "texts/en.json"), "utf8")).toBe('{"like": "Like"}');
  await expect(editFile(to, { ...edit, from: "Share", to: "Send" })).rejects.toThrow(/has no "Share"/);
});
