import { mkdir, mkdtempDisposable, readdir, readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFileAtomically } from "./write-file-atomically.ts";

const openFolder = () => mkdtempDisposable(join(tmpdir(), "sliceway-"));

test("replaces a file and its permissions, and leaves nothing beside it", async () => {
  await using folder = await openFolder();
  const path = join(folder.path, "state.json");
  await writeFileAtomically(path, "old");
  await writeFileAtomically(path, "new", 0o600);
  expect(await readFile(path, "utf8")).toBe("new");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder.path)).toEqual(["state.json"]);
});

test("of writers at the same time one wins, whole", async () => {
  await using folder = await openFolder();
  const path = join(folder.path, "state.json");
  const contents = ["a", "b", "c", "d"].map((letter) => letter.repeat(1_000_000));
  await Promise.all(contents.map((content) => writeFileAtomically(path, content)));
  expect(contents).toContain(await readFile(path, "utf8"));
  expect(await readdir(folder.path)).toEqual(["state.json"]);
});

test("leaves no draft where it fails", async () => {
  await using folder = await openFolder();
  await mkdir(join(folder.path, "taken"));
  await expect(writeFileAtomically(join(folder.path, "taken"), "new")).rejects.toThrow("EISDIR");
  expect(await readdir(folder.path)).toEqual(["taken"]);
});
