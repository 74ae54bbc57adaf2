import { sliceManifestSchema } from "@sliceway/protocol";
import { expect, test } from "vitest";
import { pagePath } from "./page-path.ts";

const manifest = sliceManifestSchema.parse({
  name: "notes",
  owner: "team",
  title: { en: "Notes" },
  web: {
    routes: [
      { name: "note", path: "/notes/:id", module: "./Page", title: { en: "Note" } },
      { name: "author", path: "/@:handle", module: "./Page", title: { en: "Author" } },
      { path: "/notes", module: "./Page", title: { en: "Notes" } },
    ],
  },
});
const boot = { slices: [{ slice: "notes", release: "0123456789ab", role: "slice" as const, manifest }] };

test("parameters are filled in and encoded", () => {
  expect(pagePath(boot, "notes.note", { id: "a/b" })).toBe("/notes/a%2Fb");
  expect(pagePath(boot, "notes.author", { handle: "alice" })).toBe("/@alice");
});

test.each([
  ["a parameter is missing", "notes.note", {}],
  ["the slice has no such route", "notes.help", {}],
  ["the slice is not there", "people.profile", { handle: "alice" }],
] as const)("where %s, the path leads to no page", (_, name, params) => {
  expect(pagePath(boot, name, params)).toBe(`/-/${name}`);
});
