import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "@sliceway/web-kit/build";
import { expect, test } from "vitest";
import { NOTES, PEOPLE } from "./notes.ts";
import { slicesFolder, writeSlice } from "./write-slice.ts";

test("an operation travels with the slice's own fragments; exposed ones stay names", async () => {
  await using folder = await slicesFolder();
  await writeSlice(folder.path, "people", PEOPLE);
  const sliceDir = await writeSlice(folder.path, "notes", NOTES);
  const { operations, fragments } = await generate({ sliceDir });
  expect(operations).toMatchObject([
    { name: "NotesPage", kind: "query", file: "web/src/pages/NotesPage.graphql", line: 2 },
  ]);
  expect(operations[0]?.id).toMatch(/^x-notes:[0-9a-f]{64}$/);
  expect(operations[0]?.text).toContain("fragment NoteLine_note on Note{id text}");
  expect(operations[0]?.text).not.toContain("fragment NoteCard_note");
  expect(fragments).toEqual([
    {
      name: "NoteCard_note",
      text: "fragment NoteCard_note on Note{id text author{id ...Badge_person}}",
      file: "contract/fragments.graphql",
      line: 1,
    },
  ]);
});

test("another slice's change of its fragment changes nothing that is generated", async () => {
  await using folder = await slicesFolder();
  const sliceDir = await writeSlice(folder.path, "notes", NOTES);
  const generated = join(sliceDir, "web/src/pages/NotesPage.graphql.ts");
  await writeSlice(folder.path, "people", PEOPLE);
  await generate({ sliceDir });
  const before = await readFile(generated, "utf8");
  const { mtimeMs } = await stat(generated);
  await writeFile(
    join(folder.path, "people/contract/fragments.graphql"),
    "fragment Badge_person on Person { id }",
  );
  await generate({ sliceDir });
  expect(await readFile(generated, "utf8")).toBe(before);
  expect((await stat(generated)).mtimeMs).toBe(mtimeMs);
});

test("connections come with the arguments that choose the list", async () => {
  await using folder = await slicesFolder();
  await writeSlice(folder.path, "people", PEOPLE);
  const sliceDir = await writeSlice(folder.path, "notes", NOTES);
  await generate({ sliceDir });
  const text = await readFile(join(sliceDir, "web/src/pages/NotesPage.graphql.ts"), "utf8");
  expect(text).toContain('{"Query.notes":["tag"]}');
});

test.each([
  ["an unknown field", "query NotesPage { notes { nothing } }", "DOCUMENT_INVALID", "NotesPage.graphql:1"],
  ["an unknown fragment", "query NotesPage { notes { ...Nobody_x } }", "DOCUMENT_INVALID", "Nobody_x"],
  ["broken syntax", "query NotesPage {\n  notes(", "DOCUMENT_MALFORMED", "NotesPage.graphql:2"],
  ["no name", "{ notes { pageInfo { hasNextPage } } }", "DOCUMENT_UNNAMED", "NotesPage.graphql:1"],
])("%s is refused with its place", async (_, text, code, place) => {
  await using folder = await slicesFolder();
  await writeSlice(folder.path, "people", PEOPLE);
  const sliceDir = await writeSlice(folder.path, "notes", {
    ...NOTES,
    "web/src/pages/NotesPage.graphql": text,
  });
  await expect(generate({ sliceDir })).rejects.toMatchObject({
    code,
    message: expect.stringContaining(place),
  });
});

test("contracts that do not compose are refused", async () => {
  await using folder = await slicesFolder();
  const schema = "type Query { person: Person } type Person { id: Int }";
  await writeSlice(folder.path, "people", { ...PEOPLE, "contract/schema.graphql": schema });
  const sliceDir = await writeSlice(folder.path, "notes", NOTES);
  await expect(generate({ sliceDir })).rejects.toMatchObject({ code: "CONTRACTS_DO_NOT_COMPOSE" });
});
