import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate, type HotBuild, watchRemote } from "@sliceway/web-kit/build";
import { expect, test } from "vitest";
import { NOTES, PEOPLE } from "./notes.ts";
import { slicesFolder, writeSlice } from "./write-slice.ts";

const DEV = "0a1b2c3d4e5f";

test("a remote that somebody works on is built with each save; what cannot be built changes nothing", async () => {
  await using folder = await slicesFolder();
  await writeSlice(folder.path, "people", PEOPLE);
  const sliceDir = await writeSlice(folder.path, "notes", NOTES);
  await generate({ sliceDir });
  const builds = new EventTarget();
  const next = async () => ((await once(builds, "build"))[0] as CustomEvent<HotBuild>).detail;
  const onBuild = (detail: HotBuild) => builds.dispatchEvent(new CustomEvent("build", { detail }));
  const card = join(sliceDir, "web/src/components/NoteCard.tsx");
  const source = await readFile(card, "utf8");
  const save = async (text: string) => {
    const built = next();
    await writeFile(card, text);
    return await built;
  };

  const coming = next();
  await using _watching = await watchRemote({
    sliceDir,
    outDir: join(folder.path, "out"),
    dev: DEV,
    onBuild,
  });
  const first = await coming;
  expect(first).toMatchObject({
    problem: null,
    web: { container: `notes__${DEV}`, entry: "remoteEntry.js" },
  });
  const entry = first.files.get("remoteEntry.js")?.toString() ?? "";
  expect(entry).toContain(`/s/notes/${DEV}/`);
  // Pages let no text become code.
  expect(entry).not.toMatch(/\beval\(/);

  const broken = await save(`${source}\nconst = 1;\n`);
  expect(broken.problem?.message).toMatch(/NoteCard\.tsx:\d+:\d+/);
  expect(broken.files.size).toBe(0);

  const second = await save(`${source}\nexport const isNew = true;\n`);
  expect(second.problem).toBeNull();
  expect(second.hash).not.toBe(first.hash);
  expect([...second.files.keys()]).toContain(`${first.hash}.hot-update.json`);
});
