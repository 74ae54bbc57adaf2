import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildRemote, generate } from "@sliceway/web-kit/build";
import { expect, test } from "vitest";
import { NOTES, PEOPLE } from "./notes.ts";
import { slicesFolder, writeSlice } from "./write-slice.ts";

test("a remote exposes what slice.json names and records what it uses of the shared packages", async () => {
  await using folder = await slicesFolder();
  const sliceDir = await writeNotes(folder.path);
  const built = await buildRemote({ sliceDir, outDir: join(folder.path, "out") });
  expect(built).toMatchObject({ container: "notes__xxreleaseidx", entry: "remoteEntry.js", styles: [] });
  expect(Object.keys(built.exposes)).toEqual(["./pages/NotesPage", "./components/NoteCard"]);
  expect(built.exposes["./components/NoteCard"]?.css).toHaveLength(1);
  expect(built.uses).toEqual({
    "@sliceway/ui": ["Card"],
    "@sliceway/web-kit": ["Slot", "typedDocument", "useFragment", "usePageQuery"],
    "react/jsx-runtime": ["jsx", "jsxs"],
  });
});

test("the same sources give the same bytes, in whatever folder, over whatever was there", async () => {
  await using one = await slicesFolder();
  await using other = await slicesFolder();
  const deeper = join(other.path, "far", "below");
  await buildRemote({ sliceDir: await writeNotes(one.path), outDir: join(one.path, "out") });
  const sliceDir = await writeNotes(deeper);
  await buildRemote({ sliceDir, outDir: join(deeper, "out") });
  await writeFile(join(deeper, "out/left-over.js"), "");
  await buildRemote({ sliceDir, outDir: join(deeper, "out") });
  expect(await hashes(join(deeper, "out"))).toEqual(await hashes(join(one.path, "out")));
});

test("a module of slice.json without a file is refused by name", async () => {
  await using folder = await slicesFolder();
  const sliceDir = await writeNotes(folder.path);
  await rm(join(sliceDir, "web/src/components/NoteCard.tsx"));
  await expect(buildRemote({ sliceDir, outDir: join(folder.path, "out") })).rejects.toMatchObject({
    code: "MODULE_MISSING",
    message: expect.stringContaining("web/src/components/NoteCard.tsx"),
  });
});

test("a remote that does not compile is refused with file and line", async () => {
  await using folder = await slicesFolder();
  const sliceDir = await writeNotes(folder.path);
  await writeFile(join(sliceDir, "web/src/pages/NotesPage.tsx"), "export function NotesPage( {");
  await expect(buildRemote({ sliceDir, outDir: join(folder.path, "out") })).rejects.toMatchObject({
    code: "BUILD_FAILED",
    message: expect.stringMatching(/NotesPage\.tsx[\s\S]*:1/),
  });
});

async function writeNotes(folder: string): Promise<string> {
  await writeSlice(folder, "people", PEOPLE);
  const sliceDir = await writeSlice(folder, "notes", NOTES);
  await generate({ sliceDir });
  return sliceDir;
}

async function hashes(dir: string): Promise<Record<string, string>> {
  const names = await readdir(dir);
  const hash = async (name: string) =>
    createHash("sha256")
      .update(await readFile(join(dir, name)))
      .digest("hex");
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await hash(name)])));
}
