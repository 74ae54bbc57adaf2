import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { findProject } from "./find-project.ts";

test("is the nearest folder upward with slices in it; the shell is one of them", async () => {
  await using folder = await temporaryFolder({
    "slices/posts/slice.json": "{}",
    "slices/posts/web/src/x.ts": "",
    "slices/notes.txt": "",
    "shell/slice.json": "{}",
  });
  const project = await findProject(join(folder.path, "slices/posts/web/src"));
  expect(await realpath(project.dir)).toBe(await realpath(folder.path));
  expect([...project.slices.keys()]).toEqual(["posts", "shell"]);
});

test("anywhere else there is none", async () => {
  await using folder = await temporaryFolder();
  await expect(findProject(folder.path)).rejects.toMatchObject({ code: "PROJECT_MISSING" });
});
