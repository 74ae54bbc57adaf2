import { cp, readFile, stat, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { recomputeReleaseId } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { buildOnce } from "../src/release/build-once.ts";
import { buildRelease } from "../src/release/build-release.ts";
import { temporaryFolder } from "../src/testing/temporary-folder.ts";
import { inSlice, listNames, notesProject } from "./support/notes.ts";

const projectDir = resolve(import.meta.dirname, "../../../..");
const POSTS_TAKES = 120_000;

test("a release holds all parts of its slice, and its id follows from them", async () => {
  await using project = await notesProject();
  const [sliceDir, releasesDir] = [join(project.path, "slices/notes"), join(project.path, "out")];
  const steps: string[] = [];
  const release = await buildRelease({ sliceDir, releasesDir, onStep: (step) => steps.push(step) });
  const dir = join(releasesDir, "notes", release.id);

  expect(steps).toEqual(["web", "server", "seal"]);
  expect(release.web).toMatchObject({ container: `notes__${release.id}`, entry: "remoteEntry.js" });
  expect(release.operations).toMatchObject([{ name: "NotesPage", file: "web/src/pages/NotesPage.graphql" }]);
  expect(release.shared.uses["@sliceway/web-kit"]).toContain("usePageQuery");
  expect(release.schema).toBe(await readFile(join(sliceDir, "contract/schema.graphql"), "utf8"));
  const migrations = release.migrations.map(({ name }) => name);
  expect(migrations.at(-1)).toBe("slice/0001_notes.sql");
  expect(new Set(migrations.slice(0, -1).map((name) => name.split("/")[0]))).toEqual(new Set(["events"]));
  expect(release.files.map(({ path }) => path)).toContain("server/server.mjs");
  expect(JSON.parse(await readFile(join(dir, "release.json"), "utf8"))).toEqual(release);
  expect(await recomputeReleaseId(release, (path) => readFile(join(dir, path)))).toBe(release.id);
  expect(await listNames(releasesDir)).toEqual(["notes"]);
});

test("texts of the web part have a compressed twin and an integrity", async () => {
  await using project = await notesProject();
  const releasesDir = join(project.path, "out");
  const release = await buildRelease({ sliceDir: join(project.path, "slices/notes"), releasesDir });
  const entry = release.files.find(({ path }) => path === "web/remoteEntry.js");
  const file = join(releasesDir, "notes", release.id, "web/remoteEntry.js");

  expect(entry?.integrity).toMatch(/^sha384-/);
  expect((await stat(`${file}.br`)).size).toBe(entry?.brotliBytes);
  expect(await promisify(brotliDecompress)(await readFile(`${file}.br`))).toEqual(await readFile(file));
});

test("the same sources built again change nothing; other sources make another release", async () => {
  await using project = await notesProject();
  const [sliceDir, releasesDir] = [join(project.path, "slices/notes"), join(project.path, "out")];
  const first = await buildRelease({ sliceDir, releasesDir });
  const sealed = join(releasesDir, "notes", first.id, "release.json");
  const { mtimeMs } = await stat(sealed);
  expect((await buildRelease({ sliceDir, releasesDir })).id).toBe(first.id);
  expect((await stat(sealed)).mtimeMs).toBe(mtimeMs);

  await project.write(inSlice("notes", { "server/migrations/0002_more.sql": "select 1;\n" }));
  const second = await buildRelease({ sliceDir, releasesDir });
  expect(await listNames(join(releasesDir, "notes"))).toEqual([first.id, second.id].sort());
});

test("what these sources gave before is not built again, unless it is gone", async () => {
  await using project = await notesProject();
  const steps: string[] = [];
  const options = {
    projectDir: project.path,
    sliceDir: join(project.path, "slices/notes"),
    releasesDir: join(project.path, "out"),
    onStep: (step: string) => void steps.push(step),
  };
  const release = await buildOnce(options);
  expect(await buildOnce(options)).toEqual(release);
  expect(steps).toEqual(["web", "server", "seal"]);
  await project.write(inSlice("notes", { "web/src/pages/unused.ts": "export {};\n" }));
  expect((await buildOnce(options)).id).toBe(release.id);
  expect(steps).toEqual(["web", "server", "seal", "web", "server"]);
});

test(
  "a real slice gives the same id in two folders, however deep, from whatever working directory",
  async () => {
    await using one = await temporaryFolder();
    await using other = await temporaryFolder();
    const releasesDir = join(one.path, "out");
    const first = await buildRelease({ sliceDir: await copyPosts(one.path), releasesDir });
    const second = await buildRelease({
      sliceDir: await copyPosts(join(other.path, "far/below")),
      releasesDir,
    });
    expect(second.id).toBe(first.id);
    const bundle = await readFile(join(releasesDir, "posts", first.id, "server/server.mjs"), "utf8");
    expect(bundle).not.toContain(projectDir);
  },
  POSTS_TAKES,
);

/** The slice in a project of its own; of the others it knows manifests and contracts. */
async function copyPosts(dir: string): Promise<string> {
  for (const slice of await listNames(join(projectDir, "slices"))) {
    for (const part of slice === "posts" ? [""] : ["slice.json", "contract"]) {
      const path = join("slices", slice, part);
      await cp(join(projectDir, path), join(dir, path), { recursive: true });
    }
  }
  await cp(join(projectDir, "tsconfig.json"), join(dir, "tsconfig.json"));
  await symlink(join(projectDir, "node_modules"), join(dir, "node_modules"));
  return join(dir, "slices/posts");
}
