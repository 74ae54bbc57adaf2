import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A fresh folder for slices, gone when the scope ends. */
export async function slicesFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), "sliceway-web-kit-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Writes files of a slice, `{ "contract/schema.graphql": "..." }`, with a slice.json that has one route and one slot. */
export async function writeSlice(
  folder: string,
  name: string,
  files: Record<string, string>,
): Promise<string> {
  const sliceDir = join(folder, name);
  const manifest = { name, owner: `team-${name}`, title: { en: name }, web: WEB };
  for (const [path, text] of Object.entries({ "slice.json": JSON.stringify(manifest), ...files })) {
    await mkdir(dirname(join(sliceDir, path)), { recursive: true });
    await writeFile(join(sliceDir, path), text);
  }
  return sliceDir;
}

const WEB = {
  routes: [{ path: "/notes", module: "./pages/NotesPage", title: { en: "Notes" }, operation: "NotesPage" }],
  slots: { "note.card": { module: "./components/NoteCard", fragment: "NoteCard_note" } },
};
